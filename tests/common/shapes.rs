//! Large pages of one shape each: where a careless walk over the tree costs the square of the page.

/// One way in which a page can be large.
pub struct Shape {
    pub name: &'static str,
    /// The page with `count` of its pieces.
    pub page: fn(count: usize) -> String,
}

/// Where a sentence is to stand. Each is another one: repeated prose is no prose.
const PROSE: &str = "\u{1}";

const WHO: [&str; 5] = [
    "The engineer",
    "A baker from the left bank",
    "Mira Tolland",
    "The harbour office",
    "Nobody",
];
const WHAT: [&str; 7] = [
    "counted",
    "had seen",
    "forgot",
    "paid for",
    "remembered",
    "asked about",
    "sold",
];
const WHICH: [&str; 6] = [
    "the ferries",
    "old tickets",
    "new piles",
    "letters",
    "boats",
    "lamps of the bridge",
];

/// A sentence that no other number gives.
pub fn sentence(n: usize) -> String {
    let (who, what, which) = (WHO[n % 5], WHAT[n % 7], WHICH[n % 6]);
    format!(
        "{who} {what} {n} {which} that year, nine years after the first pile was driven, and then went home."
    )
}

fn wrap(body: &str) -> String {
    let title = "Harbour bridge opens after nine years";
    let mut html =
        format!("<html lang=\"en\"><head><title>{title}</title></head><body><h1>{title}</h1>");
    for (n, part) in body.split(PROSE).enumerate() {
        if n > 0 {
            html.push_str(&sentence(n));
        }
        html.push_str(part);
    }
    html + "</body></html>"
}

fn repeat(piece: &str, count: usize) -> String {
    wrap(&piece.repeat(count))
}

/// `count` elements in each other, with a piece at every depth.
fn nest(open: &str, piece: &str, close: &str, count: usize) -> String {
    let inside = format!("{open}{piece}").repeat(count);
    wrap(&(inside + &close.repeat(count)))
}

/// The shapes. Pages of the same count are of about the same size.
pub fn shapes() -> Vec<Shape> {
    let shape = |name, page| Shape { name, page };
    vec![
        shape("paragraphs", |n| repeat(&format!("<p>{PROSE}</p>"), n)),
        shape("numbered list", |n| {
            let items = format!("<li><p>{PROSE}</p></li>").repeat(n);
            wrap(&format!("<article><ol>{items}</ol></article>"))
        }),
        shape("one item of many paragraphs", |n| {
            let parts = format!("<p>{PROSE}</p>").repeat(n);
            wrap(&format!("<article><ul><li>{parts}</li></ul></article>"))
        }),
        shape("layout table", |n| {
            let rows = format!("<tr><td><p>{PROSE}</p></td></tr>").repeat(n);
            wrap(&format!("<table><tbody>{rows}</tbody></table>"))
        }),
        shape("data table", |n| {
            let rows =
                "<tr><td>Ostrel, on the left bank</td><td>1,204</td><td>988</td></tr>".repeat(n);
            wrap(&format!(
                "<article><p>{PROSE}</p><table><tbody>{rows}</tbody></table></article>"
            ))
        }),
        shape("nested boxes", |n| {
            nest("<div>", &format!("<p>{PROSE}</p>"), "</div>", n)
        }),
        shape("nested named boxes", |n| {
            nest(
                "<div class=\"related-links\">",
                "<p>Read more: <a href=\"/x\">The island route</a></p>",
                "</div>",
                n,
            )
        }),
        shape("nested overlays", |n| {
            nest(
                "<div role=\"dialog\">",
                "<p>We use cookies.</p>",
                "</div>",
                n,
            )
        }),
        shape("nested inline elements", |n| {
            nest("<b>", "word, ", "</b>", n)
        }),
        shape("nested inline elements in a link", |n| {
            let inside = nest("<i>", "word, ", "</i>", n);
            inside.replace("</h1>", "</h1><a href=\"/x\">")
        }),
        shape("nested inline elements with breaks", |n| {
            nest("<span>", "word <div></div>", "</span>", n)
        }),
        shape("named boxes around the article", |n| {
            let article = format!("<p>{PROSE}</p>").repeat(20);
            let open = "<div class=\"advert related overlay newsletter share comments\">";
            wrap(&format!(
                "{}{article}{}",
                open.repeat(n),
                "</div>".repeat(n)
            ))
        }),
        shape("nested pictures", |n| {
            let around = format!("<p>{PROSE}</p>").repeat(20);
            let open = "<div><img src=\"/b.jpg\"><p><a href=\"/x\">More</a></p>";
            wrap(&format!(
                "{around}{}{}{around}",
                open.repeat(n),
                "</div>".repeat(n)
            ))
        }),
        shape("nested headers", |n| {
            nest("<header>", "<p>Ostrel Herald</p>", "</header>", n)
        }),
        shape("nested tables", |n| {
            nest(
                "<table><tbody><tr><td>",
                &format!("<p>{PROSE}</p>"),
                "</td></tr></tbody></table>",
                n,
            )
        }),
        shape("nested quotations", |n| {
            nest(
                "<blockquote class=\"related\">",
                &format!("<p>{PROSE}</p>"),
                "</blockquote>",
                n,
            )
        }),
        shape("nested lists", |n| nest("<ul><li>", PROSE, "</li></ul>", n)),
        shape("links", |n| {
            repeat(
                "<p><a href=\"/x\">The ferry and the island route it served for years</a></p>",
                n,
            )
        }),
        shape("headings", |n| {
            repeat(
                "<h2>Harbour bridge opens after nine years</h2><p>Also on it.</p>",
                n,
            )
        }),
        shape("line breaks", |n| {
            let lines = format!("{PROSE}<br>").repeat(n);
            wrap(&format!("<div>{lines}</div>"))
        }),
        shape("short lines", |n| {
            let lines = "Ostrel, at noon<br><br>".repeat(n);
            wrap(&format!("<div>{PROSE}{lines}{PROSE}</div>"))
        }),
        shape("one paragraph", |n| {
            wrap(&format!("<p>{}</p>", format!("{PROSE} ").repeat(n)))
        }),
        shape("loose promos", |n| {
            repeat(
                &format!(
                    "<p>{PROSE}</p><p>Related stories</p><ul><li><a href=\"/x\">Ferry ends</a></li></ul>"
                ),
                n,
            )
        }),
        shape("labels before a list", |n| {
            let labels = "<p><a href='/r'>Related</a></p>".repeat(n);
            wrap(&format!(
                "<article><p>{PROSE}</p>{labels}<ul><li><a href='/a'>Ferry late</a></ul></article>"
            ))
        }),
        shape("footnotes", |n| {
            let mark = |i: usize| format!("<p>{PROSE}<a id='r{i}' href='#n{i}'>{i}</a></p>");
            let note =
                |i: usize| format!("<li id='n{i}'>So it was said. <a href='#r{i}'>↩</a></li>");
            let marks: String = (0..n).map(mark).collect();
            let notes: String = (0..n).map(note).collect();
            wrap(&format!("<article>{marks}</article><ol>{notes}</ol>"))
        }),
        shape("letters below", |n| {
            let form =
                "<div><h3>Ask</h3><form><input type='tel'><textarea></textarea></form></div>";
            let body = format!("<p>{PROSE}</p>").repeat(20);
            wrap(&format!("<article>{body}{}</article>", form.repeat(n)))
        }),
        shape("pictures", |n| {
            let figure = format!(
                "<figure><img src=\"/b.jpg\"><figcaption>Dawn</figcaption></figure><p>{PROSE}</p>"
            );
            wrap(&format!("<article>{}</article>", figure.repeat(n)))
        }),
        shape("boxes around the page’s own picture", |n| {
            let open = "<div class=\"lightbox share\"><img src=\"/uploads/lighthouse.jpg\">";
            let head = "<meta property=\"og:image\" content=\"/uploads/lighthouse.jpg\">";
            let body = format!("<p>{PROSE}</p>").repeat(20);
            let nested = open.repeat(50) + &"Share</div>".repeat(50);
            wrap(&format!(
                "{head}<article>{body}{}{body}</article>",
                nested.repeat(n / 50)
            ))
        }),
        shape("sprites", |n| {
            let symbol = "<symbol id=\"a\"><title>icon bookmark</title><path d=\"M0 0h24v24H0z\"></path></symbol>";
            wrap(&format!(
                "<svg style=\"display:none\">{}</svg><p>{PROSE}</p>",
                symbol.repeat(n)
            ))
        }),
        shape("class names", |n| {
            wrap(&format!(
                "<div class=\"{}\"><p>{PROSE}</p></div>",
                "c-related__item--first ".repeat(n)
            ))
        }),
        shape("attributes", |n| {
            let attributes: String = (0..n)
                .map(|i| format!(" data-key-{i}=\"value of the {i}th attribute\""))
                .collect();
            wrap(&format!("<div{attributes}><p>{PROSE}</p></div>"))
        }),
        shape("ampersands", |n| {
            wrap(&format!("<p>{}</p>", "&amp; &lt; and ".repeat(n)))
        }),
        shape("templates", |n| {
            nest("<template><i>", "x", "</i></template>", n)
        }),
        shape("unclosed tags", |n| {
            repeat(&format!("<p>{PROSE}<li><b>bold"), n)
        }),
    ]
}
