"""The grammar of the house style: a group of tests for each form in which Chinese stands, one for each thing it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanzi_column.columns.house_style.grammar import Context, Form, Kind, Mention, context_of, read_mentions
from hanzi_column.columns.house_style.tokens import tokenize
from hanzi_column.domain.pinyin import joined, spaced


def mentions(text: str, headword: str | None = None) -> list[Mention]:
    """Return the Chinese of ``text`` that says something: what only stands there is left out."""
    context = context_of([text], headword)
    return [each for each in read_mentions(text, context) if each.form is not Form.BARE or each.kind is not Kind.WORD]


def only(text: str, headword: str | None = None) -> Mention:
    (mention,) = mentions(text, headword)
    return mention


def words(text: str, headword: str | None = None) -> list[tuple[str, str, str | None]]:
    """Return (hanzi, pinyin, gloss) of the words with pinyin."""
    found = mentions(text, headword)
    return [(each.hanzi, spaced(each.pinyin), each.english) for each in found if each.kind is Kind.WORD and each.pinyin]


@pytest.mark.parametrize(
    ("text", "hanzi", "pinyin", "gloss"),
    [
        ("It is 锋利 (fēnglì, sharp).", "锋利", "fēnglì", "sharp"),
        ("It is 锋利 (fēnglì).", "锋利", "fēnglì", None),
        ("It is 锋利(fēnglì, sharp).", "锋利", "fēnglì", "sharp"),
        ("It is 锋利（fēnglì，sharp）.", "锋利", "fēnglì", "sharp"),
        ("It is 锋利 [fēnglì; sharp].", "锋利", "fēnglì", "sharp"),
        ("It is 锋利 (fēnglì – sharp).", "锋利", "fēnglì", "sharp"),
        ("It is 锋利 (fēnglì = sharp).", "锋利", "fēnglì", "sharp"),
        ("It is 锋利\u00a0(fēnglì,\u00a0sharp).", "锋利", "fēnglì", "sharp"),
        ("It is “锋利” (fēnglì, sharp).", "锋利", "fēnglì", "sharp"),
        ('It is "锋利" (fēng lì, sharp).', "锋利", "fēnglì", "sharp"),
        ("It is ‘锋利’ (fēnglì, sharp).", "锋利", "fēnglì", "sharp"),
        ("It is “日食” (rìshí).", "日食", "rìshí", None),
        ("the meal was “小食.” (xiǎoshí)", "小食", "xiǎoshí", None),
        ("In 里巷 (lǐxiàng, alleys or lanes) one", "里巷", "lǐxiàng", "alleys or lanes"),
        ("The 利器 (lìqì, sharp weapon, effective tool)", "利器", "lìqì", "sharp weapon, effective tool"),
        ("a 利器 (lìqì, “a tool”)", "利器", "lìqì", "a tool"),
        ("a 门槛 (ménkǎn, threshold; also “a hurdle”)", "门槛", "ménkǎn", "threshold; also “a hurdle”"),
        ("a 打开 (dǎkāi, to open (a door))", "打开", "dǎkāi", "to open (a door)"),
        ("a 邻里 (lin2li3, neighbours)", "邻里", "línlǐ", "neighbours"),
        ("a 女儿 (nǚ’ér, daughter)", "女儿", "nǚ'ér", "daughter"),
        ("a 女儿 (nu:3er2, daughter)", "女儿", "nǚ'ér", "daughter"),
        ("a 女人 (nv3ren2, woman)", "女人", "nǚrén", "woman"),
        ("一点儿 (yīdiǎnr, a little)", "一点儿", "yīdiǎnr", "a little"),
        ("It is 不错 (bú cuò, not bad).", "不错", "búcuò", "not bad"),
        ("家长里短 (jiācháng lǐduǎn, family gossip)", "家长里短", "jiāchánglǐduǎn", "family gossip"),
        ("急功近利 (jígōng-jìnlì, hungry for gain)", "急功近利", "jígōngjìnlì", "hungry for gain"),
        ("叶公好龙 (Yè Gōng hào lóng, to fear what one loves)", "叶公好龙", "YèGōnghàolóng", "to fear what one loves"),
        ("the 龙/龍 (lóng) of", "龙", "lóng", None),
    ],
)
def test_word_before_its_bracket(text: str, hanzi: str, pinyin: str, gloss: str | None) -> None:
    term = only(text)
    assert (term.hanzi, joined(term.pinyin), term.english, term.kind) == (hanzi, pinyin, gloss, Kind.WORD)
    assert term.form is Form.WORD_BEFORE


@pytest.mark.parametrize(
    ("text", "gloss"),
    [
        ("家常菜 (jiāchángcài), which literally means “everyday dishes,” is", "everyday dishes"),
        ("望子成龙 (wàng zǐ chéng lóng) means “to hope for a dragon.”", "to hope for a dragon"),
        ("食言 (shíyán) has meant “to go back on one’s word,” and", "to go back on one’s word"),
        ("闭门羹 (bìméngēng)—literally, “closed-door soup.”", "closed-door soup"),
        ("人走茶凉 (rén zǒu chá liáng), “the tea goes cold,” is", "the tea goes cold"),
        ("the 老百姓 (lǎobǎixìng), the “old hundred surnames”.", "old hundred surnames"),
        ("花椒 (huājiāo), or pepper, is", "pepper"),
        ("making stargazing, or 观星 (guānxīng), a hobby", "stargazing"),
        ("“red tourism”, or 红色旅游 (hóngsè lǚyóu), grows", "red tourism"),
        ("花园 (huāyuán) (garden)", "garden"),
        ("- 开关 (kāiguān) – switch", "switch"),
        ("邻里 (línlǐ) are the people next door.", None),
    ],
)
def test_the_gloss_may_stand_outside_of_the_bracket(text: str, gloss: str | None) -> None:
    assert only(text).english == gloss


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("compare 小心 and 粗心 (xiǎoxīn, cūxīn).", [("小心", "xiǎo xīn", None), ("粗心", "cū xīn", None)]),
        (
            "his 心跳 and take your 心电图 (xīntiào, heartbeat; xīndiàntú, ECG)",
            [("心跳", "xīn tiào", "heartbeat"), ("心电图", "xīn diàn tú", "ECG")],
        ),
        (
            "their 好心／坏心 (hǎoxīn／huàixīn, good／bad)",
            [("好心", "hǎo xīn", "good"), ("坏心", "huài xīn", "bad")],
        ),
        ("耐心、信心 (nàixīn, xìnxīn)", [("耐心", "nài xīn", None), ("信心", "xìn xīn", None)]),
    ],
)
def test_several_words_before_one_bracket(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "hanzi", "pinyin", "gloss"),
    [
        ("It is sharp (锋利 fēnglì).", "锋利", "fēnglì", "sharp"),
        ("It is sharp (锋利, fēnglì).", "锋利", "fēnglì", "sharp"),
        ("It is “really sharp” (锋利 fēnglì).", "锋利", "fēnglì", "really sharp"),
        ("meaning “to beg” (乞 qǐ) here", "乞", "qǐ", "to beg"),
        ("A blade (锋利 fēnglì, sharp) cuts.", "锋利", "fēnglì", "sharp"),
        ("go to a public park (公园 gōngyuán)", "公园", "gōngyuán", "public park"),
        ("a pair of gloves (手套 shǒutào)", "手套", "shǒutào", "pair of gloves"),
        ("the boss’s personal assistant (助手 zhùshǒu)", "助手", "zhùshǒu", "boss’s personal assistant"),
        ("; new lovers hold hands (牵手 qiānshǒu)", "牵手", "qiānshǒu", "hold hands"),
        ("they, of course, meet on a narrow road (狭路相逢 xiálù-xiāngféng).", "狭路相逢", "xiálùxiāngféng",
         "meet on a narrow road"),
        ("schoolmates, or (联系 liánxì) in Chinese", "联系", "liánxì", None),
        ("and a loan shark lives on usury (高利贷 gāolìdài).", "高利贷", "gāolìdài", "usury"),
        ("“born and bred” (土生土长 tǔ-shēng-tǔ-zhǎng) there", "土生土长", "tǔshēngtǔzhǎng", "born and bred"),
    ],
)  # fmt: skip
def test_word_inside_a_bracket(text: str, hanzi: str, pinyin: str, gloss: str | None) -> None:
    term = only(text)
    assert (term.hanzi, joined(term.pinyin), term.english, term.kind) == (hanzi, pinyin, gloss, Kind.WORD)
    assert term.form is Form.WORDS_INSIDE


def test_several_words_inside_one_bracket() -> None:
    text = "places for all (公园 gōngyuán, park; 公厕 gōngcè, public toilet, and 公路 gōnglù)"
    assert words(text) == [
        ("公园", "gōng yuán", "park"),
        ("公厕", "gōng cè", "public toilet"),
        ("公路", "gōng lù", None),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a bag of chaohuo (炒货) for two", ("炒货", "chao huo", None)),
        ("the línlǐ (邻里, neighbours) of", ("邻里", "lín lǐ", "neighbours")),
        ("a bag of nuts (chǎohuò 炒货) for", ("炒货", "chǎo huò", "bag of nuts")),
    ],
)
def test_pinyin_may_come_first(text: str, expected: tuple[str, str, str | None]) -> None:
    assert words(text) == [expected]
    assert only(text).form is Form.AFTER_PINYIN


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the word 邻里 línlǐ means much", ("邻里", "lín lǐ", None)),
        ("* 开学 kai1xue2: start of term", ("开学", "kāi xué", "start of term")),
        ("| 城管 | cheng2guan3 | the officers |", ("城管", "chéng guǎn", "the officers")),
    ],
)
def test_pinyin_may_stand_beside_without_a_bracket(text: str, expected: tuple[str, str, str | None]) -> None:
    assert words(text) == [expected]


@pytest.mark.parametrize(
    ("text", "hanzi", "gloss"),
    [
        ("meaning 没有 (don’t have) here", "没有", "don’t have"),
        ("a public park (公园) in", "公园", "public park"),
    ],
)
def test_a_word_without_pinyin_has_its_gloss(text: str, hanzi: str, gloss: str) -> None:
    term = only(text)
    assert (term.hanzi, term.pinyin, term.english, term.kind) == (hanzi, (), gloss, Kind.WORD)


def test_decomposed_marks_are_the_same_word() -> None:
    term = only("a 邻里 (li\u0301nli\u030c, neighbours)")
    assert joined(term.pinyin) == "línlǐ"


@pytest.mark.parametrize(
    ("text", "hanzi", "english"),
    [
        ("“She warned him off. (无逾我里 wú yú wǒ lǐ)” he wrote", "无逾我里", "She warned him off."),
        ("“not to enter my home (无逾我里 wú yú wǒ lǐ),” even", "无逾我里", "not to enter my home"),
        ("the line “the world is for all (大道之行,天下为公 Dàdào zhī xíng, tiānxià wèi gōng).”",
         "大道之行,天下为公", "the world is for all"),
        ("The poet wrote: “Pears in bloom on all trees” (千树万树，梨花开 qiānshù wànshù, líhuā kāi).",
         "千树万树，梨花开", "Pears in bloom on all trees"),
        ("“Eat when hungry, sleep when tired (饥来吃饭，困来睡),” goes the poem",
         "饥来吃饭，困来睡", "Eat when hungry, sleep when tired"),
        ("as the Shuowen has it, 里，居也 (Lǐ, jū yě)", "里，居也", None),
        ("it stands for “what is full (实也 shí yě),” because", "实也", "what is full"),
        ("its definition is “a keen edge” (铦也 xiān yě).", "铦也", "a keen edge"),
        ("> (七月流火，九月授衣 Qīyuè liú huǒ, jiǔyuè shòu yī)", "七月流火，九月授衣", None),
    ],
)  # fmt: skip
def test_a_line_that_is_quoted(text: str, hanzi: str, english: str | None) -> None:
    (term,) = [each for each in mentions(text) if each.kind is Kind.QUOTATION]
    assert (term.hanzi, term.english) == (hanzi, english)


@pytest.mark.parametrize(
    "text",
    [
        "As the saying goes, “paper cannot wrap fire” (纸包不住火 zhǐ bāo bu zhù huǒ).",
        "a wise one will 读万卷书，行万里路 (dú wàn juàn shū, xíng wàn lǐ lù, “read much and walk far”)",
        "the proverb 塞翁失马，焉知非福 (sàiwēng shī mǎ, yān zhī fēi fú, a blessing in disguise)",
        "crowds “like a market” (门庭若市 méntíng-ruòshì)",
        "a “Fragrant Sauce Latte (酱香拿铁 jiàngxiāng nátiě),” sold",
    ],
)
def test_a_saying_that_is_taught_is_a_word(text: str) -> None:
    assert only(text).kind is Kind.WORD


@pytest.mark.parametrize(
    "text",
    [
        "For example, 你去数数有多少学生 (Nǐ qù shǔshu yǒu duōshao xuésheng, Please count the students).",
        "“我饿死了！” (Wǒ è sǐ le!)",
        "我们明天不开会。 Wǒmen míngtiān bù kāihuì. We have no meeting.",
    ],
)
def test_an_example_sentence_is_no_word(text: str) -> None:
    assert only(text).kind is Kind.SENTENCE


@pytest.mark.parametrize(
    ("headword", "text", "parts"),
    [
        ("里", "the radical 田 (tián, field) on the top and a 土 (tǔ, soil) below", "田土"),
        ("吃", "by using a “mouth” (口 kǒu) radical and one meaning “to beg” (乞 qǐ) on the right", "口乞"),
        ("网", "the pronunciation aid 亡 (wáng) was added below 网", "亡"),
        (
            "公",
            "The bottom part of the character, 厶, means private, while the 八 on top indicates opposition.",
            "厶八",
        ),
        ("红", "The 工 (gōng) radical on the right indicates pronunciation.", "工"),
        ("联", "Comprised of an 耳 (ěr, ear) radical on the left and a 糸 (sī, silk) on the right", "耳糸"),
        ("龙", "what remains of a sound component, 童 (tóng, child), is", "童"),
        ("城", "The recipe is 土 (tǔ, earth), plus 成 (chéng, to complete) to tell you how to say it", "土成"),
        ("白", "derives it from 入 (rù, to enter) wrapped around 二 (èr, two)", "入二"),
        ("江湖", "江 (jiāng, river) and 湖 (hú, lake)", "江湖"),
        ("长", "a scholar thought that he could make out 兀 (wù, high) and 匕 (huà, to change)", "兀匕"),
        ("米", "Others see in it 八 (bā, eight), while it", "八"),
    ],
)
def test_a_part_of_the_character(headword: str, text: str, parts: str) -> None:
    assert [each.hanzi for each in mentions(text, headword) if each.kind is Kind.COMPONENT] == list(parts)


@pytest.mark.parametrize(
    ("headword", "text", "word"),
    [
        ("里", "The character 里 (lǐ), which he used together with 巷 (xiàng), first appeared", "巷"),
        ("马", "As a radical, it is found on the left of 驴 (lu:2, donkey)", "驴"),
        ("马", "and as a sound in 妈 (ma1, mother)", "妈"),
        ("火", "Put a roof over the fire and you have 灾 (zāi, disaster).", "灾"),
        ("城", "a phrase for a piece of the purest jade (玉 yù)", "玉"),
        ("草", "the radical, put on top of everything green, from 花 (huā, flower) on", "花"),
        ("竹", "As a radical it marks things that used to be made of bamboo: 笔 (bǐ, brush)", "笔"),
    ],
)
def test_a_single_character_that_is_no_part_is_a_word(headword: str, text: str, word: str) -> None:
    assert [each[0] for each in words(text, headword)] == [word]


@pytest.mark.parametrize(
    ("text", "headword"),
    [
        ("The character 里 (lǐ, village)", "里"),
        ("里 (lǐ, or Lǐ as a surname)", "里"),
        ("In its traditional form, 門 (mén), the doors", "门"),
        ("长 (cháng, zhǎng)", "长"),
    ],
)
def test_the_headword_is_no_word_in_any_form(text: str, headword: str) -> None:
    assert only(text, headword).kind is Kind.HEADWORD


def test_a_headword_may_have_several_readings_in_one_bracket() -> None:
    found = only("长 (cháng, zhǎng)", "长")
    assert [spaced(each) for each in (found.pinyin, *found.readings)] == ["cháng", "zhǎng"]


@pytest.mark.parametrize(
    "text",
    [
        "the 《说文解字》 (Shuōwén jiězì) says",
        "the Classic of Poetry (《诗经》 Shījīng) says",
        "Zhu Xi (朱熹) wrote",
        "Zhu Xi (朱熹 Zhū Xī) wrote",
        "Shen Defu (沈德符, shěn dé fú) wrote",
        "朱熹 (Zhū Xī, 1130 – 1200) wrote",
        "and Yuchi Gong (尉迟恭 Yùchí Gōng), two generals",
        "Confucius (孔子 Kǒngzǐ) said",
        "in Luoyang (洛阳 Luòyáng)",
        "the peonies of 洛阳 (Luòyáng)",
        "Taihang Mountains (太行山 Tàiháng Shān)",
        "the White Cloud Temple (白云观 Báiyún Guàn)",
        "the Song (960 – 1279)",
        "the app 红果 (owned by a company)",
        "no Chinese (at all) here",
        "漢 ( ) and 字 ()",
        "a 方法 (fāngfǎ (method)",
        "the app 红果 (owned by Émile)",
    ],
)
def test_titles_names_and_dates_are_no_vocabulary(text: str) -> None:
    assert words(text) == []


def test_pinyin_that_does_not_fit_is_told_and_not_guessed() -> None:
    term = only("锋利 (fēngl, sharp)")
    assert term.slip == "fēngl"
    assert term.pinyin == ()


@pytest.mark.parametrize("text", ["顺利 ([/x] shùnlì, smoothly)", "锋利 (sharp, fēnglì)", "sharp (锋利 fēngl)"])
def test_pinyin_in_the_wrong_place_is_told(text: str) -> None:
    assert only(text).slip is not None


def test_pinyin_keeps_its_spelling_as_printed() -> None:
    assert only("a 邻里 (lin2 li3, neighbours)").printed == "lin2 li3"


def test_every_mention_knows_its_place() -> None:
    text = "In 里巷 (lǐxiàng, lanes) the “mouth” (口 kǒu) radical and 耐心、信心 (nàixīn, xìnxīn)"
    found = mentions(text, "里")
    assert [text[each.start : each.end] for each in found] == [each.hanzi for each in found]
    assert [text[each.closed - 1] for each in found] == [")"] * 4


def test_the_tokens_of_a_sentence() -> None:
    kinds = [token.kind for token in tokenize("“里” (lǐ, in 《诗经》, 960 – 1279)")]
    assert [kind.name for kind in kinds] == [
        "OPEN_QUOTE", "HANZI", "CLOSE_QUOTE", "OPEN", "PINYIN", "COMMA", "ENGLISH", "TITLE", "COMMA", "DATE", "CLOSE"
    ]  # fmt: skip


@given(st.text(max_size=300))
def test_the_tokens_are_the_text_but_for_its_space(text: str) -> None:
    tokens = tokenize(text)
    assert "".join(token.text for token in tokens) == "".join(text.split())
    assert all(text[token.start : token.end] == token.text for token in tokens)


house_style = st.lists(
    st.sampled_from(
        [*'()（）[]“”‘’"《》,，。;；/—–-: \n', "刀子", "刀", "，", "dāozi", "dāo", "zi", "knife", "and", "or",
         "the radical ", " on the left", "960 – 1279", "traditional form ", "1", "\u0301", "means “", "dao1",
         "《诗经》", "| "]
    ),
    max_size=60,
).map("".join)  # fmt: skip


@given(house_style | st.text(max_size=200), st.sampled_from([None, "刀", "刀子"]))
def test_no_text_raises_and_every_span_is_chinese(text: str, headword: str | None) -> None:
    for mention in read_mentions(text, context_of([text], headword)):
        assert text[mention.start : mention.end]
        assert mention.closed >= mention.end or mention.start >= 0
        assert mention.closed <= len(text)


@pytest.mark.parametrize(
    "piece",
    ["(", ")", "()", "“", "”", "刀(", "刀 (dāo, ", "“刀 (", "(刀 dāo", "刀 (dāo)", "刀，", "刀/", "dāo ",
     "the radical 刀 ", "((刀 dāo) ", "“x” (刀 dāo) ", "a. ", "《刀", "刀 dāo "],
)  # fmt: skip
def test_a_long_heap_of_one_thing_is_read(piece: str) -> None:
    list(read_mentions(piece * 2_000, Context(frozenset({"里"}))))
