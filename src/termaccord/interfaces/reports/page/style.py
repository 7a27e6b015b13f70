"""The look of the page: wide and narrow screens, light and dark, paper."""

STYLE = """\
:root {
  color-scheme: light dark;
  --soft: #5c6066; --line: #d5d8dc; --panel: #f5f6f8; --link: #1a56b0;
  --preferred: #11632f; --preferred-back: #e3f4e8;
  --admitted: #1d5a86; --admitted-back: #e4f0f9;
  --competing: #7a4a00; --competing-back: #fdf0d5;
  --rejected: #a01c1c; --rejected-back: #fde7e5;
  --plain: #3c4046; --plain-back: #eceef1;
}
@media (prefers-color-scheme: dark) {
  :root {
    --soft: #a3a9b2; --line: #3a3f46; --panel: #1d2025; --link: #8ab4f8;
    --preferred: #8fdca8; --preferred-back: #12361f;
    --admitted: #94cdf5; --admitted-back: #12304a;
    --competing: #f3c86a; --competing-back: #3d2c08;
    --rejected: #ffaaa1; --rejected-back: #4a1613;
    --plain: #d4d7dc; --plain-back: #2b2f35;
  }
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 90rem; padding: 1.5rem 1.5rem 4rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .3rem; }
h2 { font-size: 1.2rem; margin: 3rem 0 .8rem; }
h3 { font-size: 1.05rem; line-height: 1.35; margin: 0 0 .4rem; overflow-wrap: anywhere; }
h4 { font-size: .9rem; margin: 1rem 0 .3rem; color: var(--soft); overflow-wrap: anywhere; }
p { margin: 0 0 .5rem; }
a { color: var(--link); }
.lead, .soft { color: var(--soft); }
.soft { font-size: .85rem; font-weight: normal; }
.lead { margin-bottom: 1rem; }
.lead li { display: inline; }
nav ul, .legend { list-style: none; padding: 0; margin: 0 0 1rem; display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; }
fieldset { border: 0; margin: 0 0 .4rem; padding: 0; display: flex; flex-wrap: wrap; gap: .3rem; align-items: center; }
legend { float: inline-start; margin-inline-end: .6rem; color: var(--soft); font-size: .9rem; }
fieldset label { border: 1px solid var(--line); border-radius: 1rem; padding: .15rem .75rem; font-size: .9rem; cursor: pointer; }
fieldset label:has(:checked) { background: CanvasText; color: Canvas; border-color: CanvasText; }
fieldset label:focus-within { outline: 2px solid var(--link); outline-offset: 2px; }
fieldset input { position: absolute; opacity: 0; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { padding: .6rem .7rem; text-align: start; vertical-align: top; }
thead th { border-bottom: 2px solid var(--line); font-size: .9rem; background: Canvas; }
:not(.wide) > table thead th { position: sticky; top: 0; z-index: 1; }
tbody tr { border-bottom: 1px solid var(--line); break-inside: avoid; }
tbody th { font-weight: 600; min-width: 11rem; width: 20%; overflow-wrap: break-word; }
tbody th a { color: inherit; text-decoration-color: var(--line); text-underline-offset: .2em; }
td { min-width: 8rem; }
td ul { list-style: none; margin: 0; padding: 0; display: grid; gap: .3rem; justify-items: start; }
.form { display: inline-block; border-radius: .35rem; padding: .1rem .5rem; text-decoration: none; font-size: .92rem;
  line-height: 1.4; overflow-wrap: break-word; hyphens: auto; color: var(--plain); background: var(--plain-back); }
.form::before { content: var(--sign); margin-inline-end: .35em; font-weight: 700; }
a.form:hover { text-decoration: underline; }
.count { font-size: .8rem; opacity: .85; white-space: nowrap; }
.preferred { --sign: "✓"; color: var(--preferred); background: var(--preferred-back); }
.admitted { --sign: "≈"; color: var(--admitted); background: var(--admitted-back); }
.competing { --sign: "≠"; color: var(--competing); background: var(--competing-back); }
.rejected { --sign: "✗"; color: var(--rejected); background: var(--rejected-back); }
.plain { --sign: ""; }
.plain::before { margin: 0; }
.grade { font-size: .78rem; font-weight: 600; border-radius: .3rem; padding: .05rem .4rem; white-space: nowrap; }
.grade.error { color: var(--rejected); background: var(--rejected-back); }
.grade.warning { color: var(--competing); background: var(--competing-back); }
.grade.info { color: var(--admitted); background: var(--admitted-back); }
article { border: 1px solid var(--line); border-radius: .6rem; padding: 1rem 1.2rem; margin: 0 0 1rem; }
article, h4, tr { scroll-margin-top: 3.5rem; }
article:target, article:has(:target) { outline: 2px solid var(--link); }
h4:target { color: inherit; }
.findings { list-style: none; padding: 0; margin: 0 0 .6rem; }
.findings li { margin: 0 0 .4rem; }
.why { color: var(--soft); font-size: .92rem; }
figure { margin: .35rem 0; padding: .45rem .8rem; background: var(--panel); border-radius: .4rem; break-inside: avoid; }
blockquote { margin: 0; overflow-wrap: anywhere; }
figcaption { font-size: .8rem; color: var(--soft); overflow-wrap: anywhere; }
mark { border-radius: .2rem; padding: 0 .15em; color: var(--competing); background: var(--competing-back); font-weight: 600; }
mark.preferred { color: var(--preferred); background: var(--preferred-back); }
mark.admitted { color: var(--admitted); background: var(--admitted-back); }
mark.rejected, mark.error { color: var(--rejected); background: var(--rejected-back); }
mark.plain, mark.info { color: var(--plain); background: var(--plain-back); }
.up { float: inline-end; font-size: .85rem; margin-inline-start: 1rem; }
summary { cursor: pointer; font-weight: 600; font-size: 1.1rem; margin: 2.5rem 0 .8rem; }
.clean { font-size: 1.1rem; color: var(--preferred); }
.trouble { border-inline-start: .25rem solid var(--rejected); padding-inline-start: .8rem; margin: 1rem 0; }
.trouble ul { margin: 0; padding-inline-start: 1.2rem; }
@media (max-width: 48rem) {
  body { padding: 1rem .8rem 3rem; }
  .wide { overflow: visible; }
  table, tbody, tr, tbody th, td { display: block; width: auto !important; min-width: 0; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tbody tr { border: 1px solid var(--line); border-radius: .6rem; margin-bottom: .8rem; padding: .5rem .2rem; }
  tbody th, td { padding: .25rem .7rem; }
  td:not(:has(li)) { display: none; }
  td { display: grid; grid-template-columns: 7rem 1fr; gap: .5rem; }
  td::before { content: attr(data-column); color: var(--soft); font-size: .85rem; padding-top: .15rem; overflow-wrap: anywhere; }
  article { padding: .8rem; }
}
@media print {
  body { padding: 0; max-width: none; font-size: 10pt; }
  form, nav, .up { display: none; }
  :not(.wide) > table thead th { position: static; }
  thead { display: table-header-group; }
  article { break-inside: auto; }
  * { print-color-adjust: exact; }
  details::details-content { content-visibility: visible; block-size: auto; }
}
"""


def filters(grades: list[str], categories: list[str]) -> str:
    """Rules that hide what is not chosen, for radio buttons named `grade-…` and `category-…`."""
    rules = [
        f'body:has(#grade-{grade}:checked) [data-grade]:not([data-grade="{grade}"])' for grade in grades
    ] + [
        f'body:has(#category-{name}:checked) [data-category]:not([data-category="{name}"])'
        for name in categories
    ]
    return f"{', '.join(rules)} {{ display: none; }}\n" if rules else ""
