"""French: words that carry no meaning of their own and abbreviations that end in a full stop."""

from termaccord.text.analyser import word_list

# Lexique des règles typographiques en usage à l’Imprimerie nationale (2002), « Abréviations ».
ABBREVIATIONS = word_list(
    """
    m mm mgr pr dr me st ste gén col cap lt adm amb av bd boul art al chap cf éd env etc ex p.ex fig hab
    ibid id j.-c n.b no nos op p pp réf sq t tél vol vs janv févr juill sept oct nov déc cie ets sté dép
    """
)
FUNCTION_WORDS = word_list(
    """
    à ai au aucun aussi autre aux avait avec avoir c ça car ce cela ces cet cette ceux chaque ci comme d
    dans de des depuis donc dont du elle elles en encore entre est et été être eu eux fait il ils j je
    jusque l la là le les leur leurs lors lui m ma mais me même mes moi moins mon n ne ni nos notre nous
    on ont ou où par pas pendant peu plus pour qu quand que quel quelle qui s sa sans se selon ses si
    soit son sont sous sur t ta te tes toi ton tous tout très tu un une vers vos votre vous y
    """
)
FINAL = word_list("etc j.-c cie")
UNITS = word_list("km kg")
NUMBERED = word_list("no nos art chap fig p pp vol t")
