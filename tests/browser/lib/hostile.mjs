// Pages whose trees make it hard to find an element again by its place in the text.

const CLUTTER = {
  share: '<div class="share-bar" id="c1"><a href="https://social.example/s">Share</a> <a href="https://social.example/t">Tweet</a> <a href="mailto:?body=x">Email</a></div>',
  promo: '<p class="promo" id="c2"><strong>Also on example.com</strong> <a href="/bridge">Bridge over the Ard closed until spring</a></p>',
  newsletter:
    '<div class="newsletter-box" id="c3"><h3>Sign up for our newsletter</h3><form><input type="email"><button>Subscribe</button></form></div>',
  related:
    '<div class="related-stories" id="c4"><h3>Related stories</h3><ul><li><a href="/a">Ferry timetable changes in May</a></li><li><a href="/b">School roof repaired at last</a></li><li><a href="/c">Mayor opens the new library wing</a></li></ul></div>',
};

const PROSE = [
  'The harbour council of Fellmouth voted on Monday evening to keep the old lighthouse lit, although no ship has needed it for eleven years and the keeper retired in the autumn.',
  'Councillor Ida Brandt said that the light belonged to the town as much as the church bell did, and that the electricity it used in a year would not heat a single classroom.',
  'Opponents pointed to the roof, which has leaked since the storms of last winter, and asked who would climb the two hundred and four steps to change the lamp once the keeper was gone.',
  'A group of nine volunteers has offered to take turns. They have been climbing the tower every other Saturday since March, and say that the view alone is worth the trouble.',
  'The council will look at the costs again in two years. Until then the lamp will be lit at dusk, as it has been on every night but one since the tower was finished.',
];

/**
 * An article with clutter before and after a place where a script builds something awkward.
 *
 * @param {{ parsed?: string, script?: string, head?: string }} parts markup at the place; a script that gets the place as
 * `here`; markup for the head
 */
export function articleAround({ parsed = '', script = '', head = '' }) {
  const p = PROSE.map((text, at) => `<p id="p${at}">${text}</p>`);
  const run = script && `<script>{ const here = document.getElementById('here'); ${script} }</script>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Fellmouth keeps its light</title>
<meta property="og:type" content="article">${head}</head><body><header><nav><a href="/">Home</a></nav></header><main><article>
<h1>Fellmouth keeps its light</h1>${CLUTTER.share}${p[0]}${p[1]}${CLUTTER.promo}
<div id="here">${parsed}</div>${p[2]}${CLUTTER.newsletter}${p[3]}${p[4]}${CLUTTER.related}</article></main>${run}</body></html>`;
}

const put = (how) => `const put = (name, inner) => { const e = document.createElement(name); e.append(inner); here.append(e); return e; };
const p = (text) => { const e = document.createElement('p'); e.textContent = text; return e; }; ${how}`;

/** Trees that the parser makes from plain markup: they must read back in the same order. */
export const PARSED = {
  'a template with elements': { parsed: '<template><p>in</p><template><b>deep</b></template></template><i>out</i>' },
  'a shadow root from markup': { parsed: '<div><template shadowrootmode="open"><p>shadow</p></template><b>light</b></div>' },
  'an SVG sprite with titles, styles and foreign HTML': {
    parsed:
      '<svg width="9" height="9"><title>arrow</title><desc><b>d</b></desc><style>p{}</style><linearGradient id="g"/><foreignObject><p>x</p></foreignObject><path d="M0 0"/></svg><math><mi>x</mi><annotation-xml encoding="text/html"><p>y</p></annotation-xml></math>',
  },
  'tables in tables, with misplaced children': {
    parsed: '<table><tr><td><table><p>fostered<tr><td>inner</table></td><td>b</table><table><b>x</b><tr><td>1</table>',
  },
  'unclosed and crossing tags': { parsed: '<ul><li>one<li>two</ul><b><i>x</b>y</i><a href="#">1<a href="#">2</a><p>a<div>b</p>' },
  'a noscript with markup': { parsed: '<noscript><img src="pixel.gif"><p>Please switch scripts on.</p></noscript>' },
  'raw text that looks like markup': {
    parsed:
      '<textarea><p>no</p></textarea><iframe srcdoc="&lt;p&gt;x"></iframe><xmp><p>no</p></xmp><!-- <p>no</p> --><script type="text/x">"<p>no</p><!-- <b>"</script><script type="text/x"><!-- <script>x</script> --> "<p>"</script><style>/* <p> */</style>',
  },
  'attributes that look like markup': { parsed: '<p title="</p><div>" data-a="a > b" data-b=\'"<noscript>"\'>x</p>' },
};

/** Trees that only scripts can build: what outerHTML writes of them reads back as another tree. */
export const BUILT = {
  'element children in plaintext': put("put('plaintext', p('in plaintext'));"),
  'element children in an iframe': put("put('iframe', p('in iframe'));"),
  'element children in xmp': put("put('xmp', p('in xmp'));"),
  'element children in noscript': put("put('noscript', p('in noscript'));"),
  'element children in a textarea': put("put('textarea', p('in textarea'));"),
  'element children in a title': put("document.querySelector('title').append(p('in title'));"),
  'element children in a script': put("put('script', p('in script')).type = 'text/x';"),
  'element children in void elements': put("put('br', p('in br')); put('img', p('in img')); put('input', p('in input'));"),
  'children of a template outside its content': put("put('template', p('beside the content'));"),
  'a raw end tag in a script': put("const s = document.createElement('script'); s.type = 'text/x'; s.textContent = 'a</' + 'script><p>b</p>'; here.append(s);"),
  'a raw end tag in a style': put("const s = document.createElement('style'); s.textContent = 'a</' + 'style><p>b</p>'; here.append(s);"),
  'a comment that ends early': put("here.append(document.createComment('a --' + '> <p>b</p>'));"),
  'a processing instruction that ends early': put("here.append(document.createProcessingInstruction('x', 'a> <p>b</p'));"),
  'paragraphs in paragraphs, links in links': put("const outer = p(''); outer.append(p('inner'), 'after'); here.append(outer); const a = put('a', 'x'); a.href = '#'; const b = put('a', 'y'); b.href = '#'; a.append(b);"),
  'forms in forms, blocks in tables': put("const f = put('form', 'x'); f.append(put('form', 'y')); const t = put('table', p('loose')); t.append(put('div', 'z'));"),
  'names that no parser gives': put("here.append(document.createElementNS('urn:x', 'x:Thing'), document.createElementNS(null, 'P'), document.createElementNS('http://www.w3.org/2000/svg', 'IMAGE'), document.createElement('a:b'), document.createElement('h\\u00e9'));"),
  'an HTML style inside SVG': put("const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg'); const s = document.createElement('style'); s.textContent = 'a<p>b</p>'; svg.append(s); here.append(svg);"),
  'two heads and a body in the body': put("put('head', p('second head')); put('body', p('second body')); put('html', p('second root'));"),
  'a thousand levels': put("let e = here; for (let i = 0; i < 1000; i++) e = e.appendChild(document.createElement('div')); e.append('deep');"),
};
