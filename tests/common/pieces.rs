//! Pages put together from what real pages are made of, the careless ones too.

use proptest::prelude::*;

const SENTENCES: &[&str] = &[
    "The bridge over the Ostrel opened on Monday, nine years after the first pile was driven.",
    "Several hundred people walked across before the first buses came, among them the engineer.",
    "“Nobody asked us,” said Mira Tolland, who has run the ferry since 1998, “and nobody will.”",
    "The inquiry into the contracts goes on; its report, the mayor said, is due in spring.",
    "Prices rose by 3.5 per cent &amp; wages by less, the statistics office reported.",
    "Am Montag wurde die Brücke eröffnet, und niemand hielt eine Rede.",
    "Мост через реку открыли в понедельник, спустя девять лет после начала работ.",
    "橋は月曜日に開通し、最初のバスの前に数百人が歩いて渡った。",
];

/// Pieces of pages: prose, clutter, and mistakes.
const PIECES: &[&str] = &[
    "<h1>Harbour bridge opens after nine years</h1>",
    "<h2>What the engineers say</h2>",
    "<p class=\"promo\">Also on <a href=\"/x\">ostrel.example Why the ferry will not be missed</a></p>",
    "<p>Read more: <a href=\"/y\">The island route</a></p>",
    "<div class=\"share-bar\"><a href=\"https://social.example/s\"><svg><title>Share</title></svg></a> Share this story!</div>",
    "<ul class=\"share\"><li><a href=\"#\">Facebook</a><li><a href=\"#\">Twitter</a><li><a href=\"#\">Email</a></ul>",
    "<form class=\"newsletter\"><label>Sign up for our newsletter <input type=email></label><button>Sign up</button></form>",
    "<aside class=\"related\"><h3>Related stories</h3><ul><li><a href=/1>Ferry ends in March</a></li><li><a href=/2>Bakery wins prize</a></li></ul></aside>",
    "<div id=\"ad-slot-3\"><span>Advertisement</span></div>",
    "<figure><img src=\"/bridge.jpg\" alt=\"\"><figcaption>The bridge at dawn. Photo: Ada Quill</figcaption></figure>",
    "<table><tr><th>Year<th>Crossings<tr><td>2019<td>1,204<tr><td>2020<td>988</table>",
    "<pre><code>fn main() {\n    let a = 1 &lt; 2;\n}</code></pre>",
    "<blockquote><p>We were promised a bridge, and a bridge it is.</p></blockquote>",
    "<svg style=\"display:none\"><symbol id=\"a\"><title>icon bookmark</title><path d=\"M0\"/></symbol><symbol id=\"b\"><title>icon close</title></symbol></svg>",
    "<span class=\"material-icons\">chevron_right</span>",
    "<template><div><p>Also on template.example<br></p><template><i>x</i></template></div></template>",
    "<noscript><img src=\"/pixel\"><p>Turn scripts on</p></noscript>",
    "<script>document.write('<p>no</p>')</script>",
    "<style>p{color:red}</style>",
    "<!-- a comment <p> -->",
    "<div role=\"dialog\" aria-modal=\"true\" class=\"consent\"><h2>We value your privacy</h2><p>We use cookies.</p><button>Accept all</button></div>",
    "<section id=\"comments\"><h3>Comments (2)</h3><p>First!</p><p>I liked the ferry.</p></section>",
    "<a class=\"sr-only\" href=\"#main\">Skip to content</a>",
    "<nav><ul><li><a href=/>Home</a><li><a href=/news>News</a></ul></nav>",
    "<p hidden>You are offline</p>",
    "<iframe src=\"https://ads.example/1\"></iframe>",
    "line one<br>line two<br><br>line three",
    "<p>never closed",
    "<li>a stray item",
    "</div>",
    "</p>",
    "<b>bold that <i>overlaps</b> italics</i>",
    "<td>a stray cell",
    "<div class=\"",
    "&nbsp;&#8217;&notanentity;",
    "<details><summary>More</summary><p>Less</p></details>",
    "<ruby>橋<rt>はし</rt></ruby>",
    "<math><mi>x</mi><mo>=</mo><mn>2</mn></math>",
    "<x-card data-component=\"promo\">Up next</x-card>",
    "<textarea><p>draft</textarea>",
    "<select><option>One<option>Two</select>",
    "<svg><foreignObject><div>Also in a drawing</div></foreignObject></svg>",
];

const BOXES: &[&str] = &[
    "div",
    "section",
    "article",
    "main",
    "aside",
    "header",
    "footer",
    "ul",
    "blockquote",
    "figure",
    "div class=\"story-body\"",
    "div class=\"related-links\"",
    "div class=\"modal overlay\"",
    "div style=\"position:fixed\"",
    "div class=\"advert\"",
    "p",
    "a href=\"/z\"",
    "span",
    "details",
];

fn paragraph() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(SENTENCES), 1..5)
        .prop_map(|sentences| format!("<p>{}</p>", sentences.join(" ")))
}

fn body() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        3 => paragraph(),
        3 => prop::sample::select(PIECES).prop_map(str::to_owned),
    ];
    leaf.prop_recursive(4, 48, 8, |inner| {
        let boxed = (
            prop::sample::select(BOXES),
            prop::collection::vec(inner, 1..8),
        );
        boxed.prop_map(|(tag, parts)| {
            let name = tag.split(' ').next().unwrap_or(tag);
            format!("<{tag}>{}</{name}>", parts.concat())
        })
    })
}

/// Raw HTML of a page, mistakes and all. Half of the pages hold an article for certain.
pub fn raw_page() -> impl Strategy<Value = String> {
    let heads = prop::sample::select(vec![
        "",
        "<title>Harbour bridge opens after nine years - The Post</title>",
        "<meta property=\"og:title\" content=\"Harbour bridge opens after nine years\"><meta name=author content=\"Mira Tolland\">",
        "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"Harbour bridge opens\"}</script>",
    ]);
    let bodies = prop::sample::select(vec![
        "<body>",
        "<body class=\"no-scroll\" style=\"overflow: hidden\">",
        "",
    ]);
    let article = prop::collection::vec(paragraph(), 4..8).prop_map(|parts| parts.concat());
    let article = prop_oneof![Just(String::new()), article];
    (heads, bodies, prop::collection::vec(body(), 1..8), article).prop_map(
        |(head, open, parts, article)| {
            let (before, after) = parts.split_at(parts.len() / 2);
            let (before, after) = (before.concat(), after.concat());
            format!(
                "<!DOCTYPE html><html lang=en><head>{head}</head>{open}{before}{article}{after}"
            )
        },
    )
}

/// Text that looks like HTML and is none: what no browser would serialise.
pub fn broken_html() -> impl Strategy<Value = String> {
    let tokens = prop::sample::select(vec![
        "<",
        ">",
        "</",
        "/>",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<!",
        "<?",
        "=",
        "\"",
        "'",
        "&",
        "&#",
        ";",
        " ",
        "p",
        "div",
        "svg",
        "template",
        "script",
        "title",
        "html",
        "body",
        "frameset",
        "plaintext",
        "table",
        "select",
        "\0",
        "class",
        "style",
        "\u{feff}",
        "é",
        "橋",
        "&#x110000;",
        "&#0;",
        "href=",
        "<p>",
        "</p>",
        "<template>",
        "<br>",
    ]);
    prop::collection::vec(tokens, 0..80).prop_map(|tokens| tokens.concat())
}
