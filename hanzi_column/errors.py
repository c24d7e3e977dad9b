"""The one family of errors: each says in a sentence what is wrong and what to do next."""


class HanziColumnError(Exception):
    """Something went wrong that the person at the terminal can mend.

    Its text is shown to that person as it stands: one sentence on what is wrong, one on what to do.
    """


class UsageError(HanziColumnError):
    """A name, option or value that was asked for does not exist or makes no sense."""


class UnreadableInputError(HanziColumnError):
    """A file is missing, empty, binary, too large or not what was expected."""


class StoreError(HanziColumnError):
    """The learner's database, or the folder that it lies in, cannot be used."""


class NoAddressError(HanziColumnError):
    """Nothing can be opened: no address is recorded, or the recorded one is no http(s) address."""


class PinyinError(HanziColumnError):
    """Text that cannot be read as pinyin, or pinyin that does not fit its characters."""
