"""Languages of one script are told apart by their small words and letters, in texts of a sentence or two."""

import pytest

from termaccord.text.detect import detect_language

TEXTS = (
    (
        "en",
        "The ferry leaves at six, and nobody waits for those who are late. It comes back with the evening tide.",
    ),
    ("en", "Harbour masters of both towns signed a charter. The old lighthouse will be kept as a museum."),
    ("en", "Señor Quiñones and Mlle Lefèvre met in a café. They talked about the façade of the theatre."),
    (
        "de",
        "Die Fähre legt um sechs Uhr ab und wartet auf niemanden. Am Abend kommt sie mit der Flut zurück.",
    ),
    ("de", "Der alte Leuchtturm bleibt als Museum erhalten. Das haben beide Städte gestern beschlossen."),
    ("fr", "Le bac part à six heures et n’attend personne. Il revient le soir avec la marée."),
    ("fr", "Les deux villes ont signé une charte. L’ancien phare sera conservé comme musée."),
    ("es", "El transbordador sale a las seis y no espera a nadie. Por la tarde vuelve con la marea."),
    ("es", "Las dos ciudades firmaron una carta. El viejo faro se conservará como museo."),
    ("it", "Il traghetto parte alle sei e non aspetta nessuno. La sera torna con la marea."),
    ("it", "Le due città hanno firmato una carta. Il vecchio faro sarà conservato come museo."),
    (
        "it",
        "Nuovi sentieri collegano i borghi della valle. Una guida accompagna i visitatori fino al mulino.",
    ),
    ("pt", "A balsa parte às seis e não espera por ninguém. À tarde volta com a maré."),
    ("pt", "As duas cidades assinaram uma carta. O velho farol será conservado como museu."),
    ("pt", "Novos caminhos ligam as aldeias do vale. Um guia acompanha os visitantes até ao moinho."),
    ("nl", "De veerboot vertrekt om zes uur en wacht op niemand. ’s Avonds komt hij met het tij terug."),
    ("nl", "Beide steden hebben een handvest getekend. De oude vuurtoren blijft als museum bewaard."),
    ("pl", "Prom odpływa o szóstej i nie czeka na nikogo. Wieczorem wraca z przypływem."),
    ("pl", "Oba miasta podpisały kartę w maju. Stara latarnia morska nie będzie już stać pusta."),
    ("ru", "Паром отходит в шесть и никого не ждёт. Вечером он возвращается с приливом."),
    ("ru", "Оба города подписали хартию. Старый маяк сохранят как музей."),
    ("ru", "Маршал Ґудзь и посол Їжакевич встретились в порту. Они обсудили, кто отвечает за маяк."),
    ("uk", "Пором відходить о шостій і нікого не чекає. Увечері він повертається з припливом."),
    ("uk", "Обидва міста підписали хартію. Старий маяк збережуть як музей."),
    ("be", "Паром адыходзіць а шостай і нікога не чакае. Увечары ён вяртаецца з прылівам."),
    ("be", "Абодва гарады падпісалі хартыю. Стары маяк захаваюць як музей."),
    ("bg", "Фериботът тръгва в шест и не чака никого. Вечерта се връща с прилива."),
    ("bg", "Двата града подписаха харта. Старият фар ще бъде запазен като музей."),
    ("sr", "Трајект полази у шест и никога не чека. Увече се враћа са плимом."),
    ("sv", "Färjan går klockan sex och väntar inte på någon. På kvällen kommer den tillbaka med tidvattnet."),
    ("cs", "Přívoz odjíždí v šest a na nikoho nečeká. Večer se vrací s přílivem."),
    ("ro", "Bacul pleacă la șase și nu așteaptă pe nimeni. Seara se întoarce cu fluxul."),
    ("ca", "El transbordador surt a les sis i no espera ningú. Al vespre torna amb la marea."),
)


@pytest.mark.parametrize(("language", "text"), TEXTS)
def test_two_sentences_tell_their_language(language: str, text: str) -> None:
    assert detect_language(text) == language


@pytest.mark.xfail(strict=True, reason="no small word stands in it, and letters alone are not trusted")
def test_known_failure_two_sentences_without_small_words() -> None:
    assert detect_language("Oba miasta podpisały kartę. Stara latarnia morska pozostanie muzeum.") == "pl"


@pytest.mark.parametrize("text", ["", "12 — 15", "Port Selby", "KX-40", "npm install harbour"])
def test_what_is_no_sentence_tells_nothing(text: str) -> None:
    assert detect_language(text) is None
