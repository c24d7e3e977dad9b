"""The characters that are read with a vowel first (安 ``ān``, 爱 ``ài``): they decide where joined pinyin is cut.

``fāngàn`` is *fāng àn* for 方案 and *fān gàn* for 翻干. Which is meant hangs on whether the second character can begin
with a vowel, and only some four hundred characters can.

Source: the readings of the Unicode Han block as pypinyin's tables give them (MIT licence), the most usual reading
of each character and those that occur in words.
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

_ROWS: Final = """
a 吖啊嗄腌錒锕阿
ai 伌僾凒叆哀哎唉啀嗌嗳嘊噯埃塧壒娭娾嫒嬡愛懓懝挨捱敱敳昹暧曖欸毐溰溾濭爱瑷璦癌皑皚皧瞹矮砹硋碍礙艾
ai 蔼薆藹譪譺躷銰鎄鑀锿閡隘霭靄靉餲馤騃鱫鴱
an 侒俺儑唵啽垵埯堓婩媕安岸峖庵按揞晻暗案桉氨洝犴玵痷盦盫罯胺腤荌菴萻葊蓭誝諳谙豻貋銨錌铵闇隌雸鞌鞍
an 韽馣鮟鵪鶕鹌黯鿷
ang 卬岇昂昻枊盎肮醠骯
ao 傲凹厫嗷嗸坳垇墺奡奥奧媪媼嫯岙岰嶅嶴廒慠懊扷抝拗摮擙敖柪梎滶澳熬爊獒獓璈磝翱翶翺聱芺蔜螯袄襖謷謸
ao 軪遨鏊鏖镺隞隩驁骜鰲鳌鷔鼇鿫
e 俄偔僫匎卾厄吪呃呝咢咹哦噁噩囮垩堊堮妸妿姶娥娿婀屙屵岋峉峨峩崿廅恶悪惡愕戹扼搤搹擜枙櫮歞歺涐湂珴
e 琧痾皒睋砈砐砨硆磀礘腭苊莪萼蕚蚅蛾蝁覨訛詻誐諤譌讍讹谔豟軛軶轭迗遌遏遻鄂鈋鈪鋨鍔鑩锇锷閼阏阨阸阿
e 頋頞頟額顎颚额餓餩饿騀魤魥鰐鰪鱷鳄鵈鵝鵞鶚鹅鹗齃齶
ei 欸誒诶
en 奀峎恩摁煾蒽
eng 鞥
er 二佴侕儿児兒刵厼咡唲尒尓尔峏弍弐栭栮樲毦洏洱爾珥粫而耳聏胹荋薾衈袻誀貮貳贰趰輀轜迩邇鉺铒陑隭餌饵
er 駬髵鮞鲕鴯鸸
o 哦喔噢
ou 偶吘呕嘔塸怄慪櫙欧歐殴毆沤漚熰瓯甌筽耦腢膒蕅藕藲謳讴鏂鴎鷗鸥齵
"""


@cache
def vowel_readings() -> Mapping[str, frozenset[str]]:
    """Return for each character that can be read with a vowel first its syllables of that kind, without tones."""
    found: dict[str, set[str]] = {}
    for row in _ROWS.split("\n")[1:-1]:
        base, characters = row.split(" ")
        for char in characters:
            found.setdefault(char, set()).add(base)
    return MappingProxyType({char: frozenset(bases) for char, bases in found.items()})
