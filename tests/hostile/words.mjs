// Pages whose words are markup, scripts and addresses that must never become any: they are shown in the popup and the
// ledger, and go to the clipboard as HTML, Markdown and text.

/** What runs wherever it is taken for markup. */
export const PAYLOAD = `"'><img src="/canary" onerror="canaryRan=true"><script>canaryRan=true</script><svg onload="canaryRan=true">`;

const escaped = PAYLOAD.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Addresses that no copy may link to. */
const SCRIPTS = [
  'javascript:canaryRan=true',
  'JaVaScRiPt:canaryRan=true',
  ' \n javascript:canaryRan=true',
  'java\tscript:canaryRan=true',
  'java\nscript:canaryRan=true',
  '\u0001javascript:canaryRan=true',
  'javascript&#58;canaryRan=true',
  'vbscript:canaryRan',
  'data:text/html,<script>canaryRan=true</script>',
  'view-source:javascript:canaryRan=true',
  'file:///etc/passwd',
  'blob:http://127.0.0.1/canary',
  'filesystem:http://127.0.0.1/canary',
  'chrome://settings',
  'moz-extension://canary/popup/popup.html',
  'intent://canary#Intent;end',
];

/** Addresses that a copy may link to, however they try to end the attribute. */
const ODD = ['https://news.test/"onmouseover="canaryRan=true', "https://news.test/'>\"<b>", '//other.test/`)<script>', 'mailto:a@b.test?body=<script>', 'https://news.test/a) [x](javascript:canaryRan=true'];

const attribute = (/** @type {string} */ text) => text.replaceAll('&#', '\u0000').replaceAll('&', '&amp;').replaceAll('\u0000', '&#').replaceAll('"', '&quot;');

const links = [...SCRIPTS, ...ODD].map((href, at) => `<a href="${attribute(href)}">link ${at}</a>`);

const MARKDOWN = '[go](javascript:canaryRan=true) ![x](javascript:canaryRan=true) <javascript:canaryRan=true> ``` </textarea> [ref]: javascript:canaryRan=true';

const JSON_LD = {
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  headline: `Fellmouth keeps its light ${PAYLOAD}`,
  author: { '@type': 'Person', name: `Ida ${PAYLOAD} Brandt`, url: 'javascript:canaryRan=true' },
  datePublished: `2020-01-09${PAYLOAD}`,
  image: 'javascript:canaryRan=true',
  mainEntityOfPage: 'javascript:canaryRan=true',
  publisher: { '@type': 'Organization', name: PAYLOAD },
};

/** A page that says it all at once. @type {import('./models.mjs').Model} */
export const SPEAKING = {
  head: `<meta property="og:title" content="${escaped}"><meta name="author" content="Ida ${escaped}"><meta property="og:site_name" content="${escaped}">
<link rel="canonical" href="javascript:canaryRan=true"><meta property="og:url" content="javascript:canaryRan=true"><meta property="og:image" content="javascript:canaryRan=true">
<script type="application/ld+json">${JSON.stringify(JSON_LD).replaceAll('</', '<\\/')}</script>`,
  parsed: `<p class="byline author" id="p30">By Ida Brandt ${escaped}, the harbour correspondent of this newspaper</p>
<p id="p31">The keeper wrote ${escaped} into the book and ${links.join(', ')} were what the council read of it in the winter before the storm.</p>
<p id="p32">Then somebody wrote ${MARKDOWN.replaceAll('<', '&lt;')} beneath it, and nobody has found out since who that was or what was meant by it.</p>
<p id="p33">A picture of it: <img src="javascript:canaryRan=true" alt="${escaped}" onerror="window.ofPage=1"><img src="/missing.png" alt="]( javascript:canaryRan=true) ${escaped}"> and a line about the picture that is long enough to be prose.</p>
<pre><code>${escaped}\n\`\`\`\n${escaped}</code></pre>
<table><tr><th>${escaped}</th><th>b | c</th></tr><tr><td>${escaped}</td><td>\`|\` ${escaped}</td></tr></table>
<div class="promo ${escaped}" id="c8" title="${escaped}"><strong>Also on example.com</strong> <a href="/b">${escaped}</a></div>
<div class="newsletter-box" id="line&#10;other.test##article&#10;##body"><p>Sign up for our newsletter ${escaped}</p><form><input type="email"></form></div>`,
};

/** Addresses that everything on the page is relative to. */
export const BASES = ['javascript:canaryRan=true//', 'data:text/html,', 'ftp://other.test/', 'https://other.test/"><script>canaryRan=true</script>/'];
