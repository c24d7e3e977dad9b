"""The legal syllables of Standard Chinese, without tones, spelled as Hanyu Pinyin spells them.

Source of the rules: GB/T 16159 (orthography) and the syllable table of the *Xinhua Zidian*. ``ü`` is written ``ü``
after n and l only (``nü``, ``lüe``); after j, q, x and y it is spelled ``u``. ``bia`` is from the *Xiandai
Hanyu Cidian* (吧 ``biā``).
"""

from typing import Final

_ROWS: Final = """
a ai an ang ao e ei en eng er o ou
ba bai ban bang bao bei ben beng bi bia bian biao bie bin bing bo bu
pa pai pan pang pao pei pen peng pi pian piao pie pin ping po pou pu
ma mai man mang mao me mei men meng mi mian miao mie min ming miu mo mou mu
fa fan fang fei fen feng fiao fo fou fu
da dai dan dang dao de dei den deng di dia dian diao die din ding diu dong dou du duan dui dun duo
ta tai tan tang tao te tei teng ti tian tiao tie ting tong tou tu tuan tui tun tuo
na nai nan nang nao ne nei nen neng ni nia nian niang niao nie nin ning niu nong nou nu nuan nun nuo nü nüe
la lai lan lang lao le lei leng li lia lian liang liao lie lin ling liu lo long lou lu luan lun luo lü lüe
ga gai gan gang gao ge gei gen geng gong gou gu gua guai guan guang gui gun guo
ka kai kan kang kao ke kei ken keng kong kou ku kua kuai kuan kuang kui kun kuo
ha hai han hang hao he hei hen heng hong hou hu hua huai huan huang hui hun huo
ji jia jian jiang jiao jie jin jing jiong jiu ju juan jue jun
qi qia qian qiang qiao qie qin qing qiong qiu qu quan que qun
xi xia xian xiang xiao xie xin xing xiong xiu xu xuan xue xun
zha zhai zhan zhang zhao zhe zhei zhen zheng zhi zhong zhou zhu zhua zhuai zhuan zhuang zhui zhun zhuo
cha chai chan chang chao che chen cheng chi chong chou chu chua chuai chuan chuang chui chun chuo
sha shai shan shang shao she shei shen sheng shi shou shu shua shuai shuan shuang shui shun shuo
ran rang rao re ren reng ri rong rou ru rua ruan rui run ruo
za zai zan zang zao ze zei zen zeng zi zong zou zu zuan zui zun zuo
ca cai can cang cao ce cei cen ceng ci cong cou cu cuan cui cun cuo
sa sai san sang sao se sen seng si song sou su suan sui sun suo
ya yan yang yao ye yi yin ying yo yong you yu yuan yue yun
wa wai wan wang wei wen weng wo wu
"""

FULL: Final[frozenset[str]] = frozenset(_ROWS.split())
"""Syllables that any character may have."""

INTERJECTIONS: Final[frozenset[str]] = frozenset({"m", "n", "ng", "hm", "hng", "ê"})
"""Syllables that only a handful of interjections have (呣 嗯 哼 欸): never guessed inside a word."""

ERHUA: Final = "r"
"""The ending 儿 where it colours the syllable before it and is no syllable of its own."""

LEGAL: Final[frozenset[str]] = FULL | INTERJECTIONS | {ERHUA}

LONGEST: Final = max(map(len, LEGAL))
"""Letters in the longest syllable (``zhuang``)."""
