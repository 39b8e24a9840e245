"""The labels that a new desk can read, parted by commas, under what they mean for us.

The common ones of fact-checkers' scales in each language. A label is here only if it says the same of a claim wherever
it is used; a desk's own map adds to them and overrules them.
"""

from __future__ import annotations

from factcheck_tui.model import Verdict

_CONFIRMED = """
true, mostly true, largely true, correct, mostly correct, accurate, mostly accurate, right, verified, confirmed,
correct attribution, geppetto checkmark, legit, supported, proven, verdadero, verdad, cierto,
mayormente verdadero, mayormente cierto, correcto, vrai, plutôt vrai, exact, exacte, c'est vrai, richtig,
größtenteils richtig, größtenteils wahr, wahr, stimmt, korrekt, verdadeiro, verdade, correto, certo, vero,
corretto, prawda, waar, grotendeels waar, juist, klopt, sant, doğru, правда, صحيح, حقيقي, حقيقة, सच, सही, benar,
ถูกต้อง, 事実, 正確, 属实, 真实, 사실
"""

_DISPUTED = """
false, mostly false, mainly false, largely false, totally false, completely false, false claim, false headline,
false information, pants on fire, four pinocchios, three pinocchios, fake, fake news, incorrect,
mostly incorrect, inaccurate, mostly inaccurate, wrong, not true, untrue, misleading, mostly misleading, mislead,
miscaptioned, misattributed, misrepresented, manipulated, manipulated photo, manipulated video, altered,
altered photo, altered video, altered image, doctored, digitally altered, photoshopped, fabricated, made up,
distorted, distorts the facts, spins the facts, hoax, debunked, disputed, refuted, bogus, baseless, satire,
labeled satire, labelled satire, originated as satire, parody, ai-generated, ai generated, deepfake,
false context, falso, mayormente falso, engañoso, enganoso, enganador, bulo, falsedad, manipulado, sátira,
montaje, incorrecto, faux, plutôt faux, trompeur, c'est faux, fausse, détourné, falsch, größtenteils falsch,
fälschung, irreführend, manipuliert, gefälscht, erfunden, falsa, ingannevole, fuorviante, bufala, notizia falsa,
scorretto, fałsz, manipulacja, onwaar, grotendeels onwaar, misleidend, nep, falskt, usant, falsk, yanlış, ложь,
фейк, خطأ, كاذب, زائف, مضلل, مفبرك, झूठ, फ़र्ज़ी, फर्जी, भ्रामक, गलत, salah, hoaks, disinformasi, misinformasi,
menyesatkan, keliru, ปลอม, เท็จ, 誤り, 不正確, 虚偽, 假, 虚假, 错误, 不实, 误导, 거짓
"""

_READ_IT = """
half true, half-true, partly true, partially true, partially correct, partly correct, partially false,
partly false, half right, mixture, mixed, mixed bag, a mixed bag, it's complicated, unproven, not proven,
unsupported, unsubstantiated, unverified, unverifiable, unconfirmed, not enough evidence, insufficient evidence,
no evidence, missing context, needs context, lacks context, out of context, context needed, outdated,
research in progress, in progress, exaggerated, exaggeration, overstated, cherry-picked, cherry picks,
two pinocchios, one pinocchio, legend, lost legend, scam, full flop, half flip, no flip, medias verdades,
verdad a medias, media verdad, sin contexto, fuera de contexto, descontextualizado, no verificable, sin pruebas,
à moitié vrai, mi-vrai, plus compliqué, c'est plus compliqué, hors contexte, manque de contexte, à nuancer,
non prouvé, imprécis, teilweise richtig, teilweise falsch, halb wahr, unbelegt, unbewiesen, fehlender kontext,
kontext fehlt, impreciso, sem contexto, fora de contexto, descontextualizada, não é bem assim, meia verdade,
insustentável, contraditório, parzialmente vero, parzialmente falso, mezza verità, contesto mancante,
częściowa prawda, nieweryfikowalne, deels waar, half waar, onbewezen, ongefundeerd, delvis sant, karma,
sebagian benar, अपुष्ट, ناقص, غير مؤكد, 根拠不明
"""

STARTER_RATINGS: dict[str, Verdict] = {
    label.strip(): verdict
    for verdict, labels in (
        (Verdict.CONFIRMED, _CONFIRMED),
        (Verdict.DISPUTED, _DISPUTED),
        (Verdict.PENDING, _READ_IT),
    )
    for label in labels.split(",")
}
