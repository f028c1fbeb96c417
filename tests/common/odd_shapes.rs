//! Large pages that only somebody who means harm would write: two things grow together, and a look from each of one to all
//! of the other would cost the square.

use super::shapes::{Shape, sentence};

fn many(count: usize, piece: impl Fn(usize) -> String) -> String {
    (0..count).map(piece).collect()
}

/// A page with a title, a head and a body.
fn page(title: &str, head: &str, body: &str) -> String {
    format!("<html lang=\"en\"><head><title>{title}</title>{head}</head><body>{body}</body></html>")
}

fn paragraphs(count: usize) -> String {
    many(count, |n| format!("<p>{}</p>", sentence(n)))
}

fn json_ld(objects: &str) -> String {
    format!("<script type=\"application/ld+json\">[{objects}]</script>")
}

/// The shapes. Pages of the same count are of about the same size.
pub fn shapes() -> Vec<Shape> {
    let shape = |name, page| Shape { name, page };
    vec![
        shape("metadata of many articles under a long title", |n| {
            let script = |n| {
                let headline = sentence(n);
                json_ld(&format!(
                    "{{\"@type\":\"NewsArticle\",\"headline\":\"{headline}\"}}"
                ))
            };
            page(&many(n, sentence), &many(n, script), &paragraphs(20))
        }),
        shape("links loose in one heading", |n| {
            page(
                "Harbour bridge",
                "",
                &format!("<h1>{}", "<a href=\"x\">t</a><hr>".repeat(n)),
            )
        }),
        shape("people of metadata by reference", |n| {
            let person = |n| {
                format!(",{{\"@type\":\"Person\",\"@id\":\"#{n}\",\"name\":\"Ann Number{n}\"}}")
            };
            let article = |n| {
                format!(
                    ",{{\"@type\":\"NewsArticle\",\"headline\":\"A{n}\",\"author\":[{{\"@id\":\"#{n}\"}},{{\"@id\":\"#0\"}}]}}"
                )
            };
            let objects = format!("{{}}{}{}", many(n, person), many(n, article));
            page("Harbour bridge", &json_ld(&objects), &paragraphs(20))
        }),
        shape("authors named in metadata and on the page", |n| {
            let names = many(n, |n| format!("{{\"name\":\"Ann Number{n}\"}},"));
            let object = format!(
                "{{\"@type\":\"NewsArticle\",\"headline\":\"Harbour bridge\",\"author\":[{names}{{}}]}}"
            );
            let bylines = many(n, |n| format!("<p class=\"byline\">By Ann Number{n}</p>"));
            let body = format!("<h1>Harbour bridge</h1>{bylines}{}", paragraphs(20));
            page("Harbour bridge", &json_ld(&object), &body)
        }),
        shape("authors named in one line of metadata", |n| {
            let names: Vec<String> = (0..n).map(|n| format!("Ann{n} Number{n}")).collect();
            let object = format!(
                "{{\"@type\":\"NewsArticle\",\"headline\":\"Harbour bridge\",\"author\":\"{}\"}}",
                names.join(", ")
            );
            page("Harbour bridge", &json_ld(&object), &paragraphs(20))
        }),
        shape("forms under a long headline", |n| {
            let form =
                "<form><input type=\"tel\"><textarea></textarea><button>Send</button></form>";
            let headline = many(n, sentence);
            let body = format!("<h1>{headline}</h1>{}{}", paragraphs(20), form.repeat(n));
            page(&headline, "", &body)
        }),
        shape("links to other pages, and adverts", |n| {
            let pages = "<div class=\"thread\"><span>1</span> <a href=\"?2\">2</a> <a href=\"?3\">3</a></div>";
            let both = format!("{pages}<div class=\"advert\">Advertisement</div>");
            let body = format!("<article>{}{}</article>", paragraphs(20), both.repeat(n));
            page("Harbour bridge", "", &body)
        }),
        shape("a long headline, said again in parts", |n| {
            let headline = many(n, sentence);
            let body = format!("<h1>{headline}</h1>{}", paragraphs(n));
            page(&headline, "", &body)
        }),
        shape("headlines", |n| {
            let heads = many(n, |n| format!("<h1>{}</h1>", sentence(n)));
            page(
                &many(n, sentence),
                "",
                &format!("{heads}{}", paragraphs(20)),
            )
        }),
        shape("meta elements", |n| {
            let metas = many(n, |n| {
                format!(
                    "<meta name=\"author\" content=\"Ann Number{n}\"><meta property=\"og:title\" content=\"{}\">",
                    sentence(n)
                )
            });
            page("Harbour bridge", &metas, &paragraphs(20))
        }),
        shape("dates", |n| {
            let dates = many(n, |n| {
                format!(
                    "<time datetime=\"2020-01-{:02}\">{} January 2020, 10:{:02}</time> ",
                    n % 28 + 1,
                    n % 28 + 1,
                    n % 60
                )
            });
            let body = format!(
                "<h1>Harbour bridge</h1><div class=\"dateline\">{dates}</div>{}",
                paragraphs(20)
            );
            page("Harbour bridge", "", &body)
        }),
        shape("blocks of clutter, each with names of its own", |n| {
            let promo = |n| {
                format!(
                    "<div class=\"promo promo-of-{n} box-{n}\" id=\"promo-{n}\" data-module=\"m{n}\"><a href=\"/{n}\">Also on example.com {n}</a></div>"
                )
            };
            page(
                "Harbour bridge",
                "",
                &format!("{}{}", paragraphs(20), many(n, promo)),
            )
        }),
        shape("one block of clutter with many names", |n| {
            let names = many(n, |n| format!("promo-{n} "));
            let body = format!(
                "{}<div class=\"promo {names}\"><a href=\"/x\">Also on example.com</a></div>",
                paragraphs(20)
            );
            page("Harbour bridge", "", &body)
        }),
        shape("copies of paragraphs", |n| {
            let copies = many(n, |n| {
                format!("<p>{}</p><p>{}</p>", sentence(n), sentence(n))
            });
            page("Harbour bridge", "", &copies)
        }),
        shape("fields for an address in one box", |n| {
            let fields = many(n, |_| "<input type=\"email\">".to_owned());
            let body = format!("{}<div><p>Hi</p>{fields}</div>", paragraphs(20));
            page("Harbour bridge", "", &body)
        }),
        shape("buttons in a link of a bar", |n| {
            let buttons = many(n, |_| ".<span role=\"button\">.</span>".to_owned());
            let bar = format!("<div><a href=\"/x\">{buttons}</a><a href=\"/y\">.</a></div>");
            page("Harbour bridge", "", &format!("{}{bar}", paragraphs(20)))
        }),
        shape("headings that are named as menus", |n| {
            let headings = many(n, |n| format!("<h2 class=\"tag\">Pier {n}</h2>"));
            page(
                "Harbour bridge",
                "",
                &format!("{}{headings}", paragraphs(20)),
            )
        }),
        shape("lists of links in lists amid the article", |n| {
            let lists = "<ul><li><a href=\"/x\">Pier</a>".repeat(n);
            let body = format!("{}{lists}{}", paragraphs(20), "</ul>".repeat(n));
            page(
                "Harbour bridge",
                "",
                &format!("<main>{body}{}</main>", paragraphs(20)),
            )
        }),
        shape("galleries in galleries", |n| {
            let galleries =
                "<div class=\"photo-gallery\"><img src=\"a.png\"><a href=\"/x\">x</a>".repeat(n);
            let body = format!("{}{galleries}{}", paragraphs(20), "</div>".repeat(n));
            page("Harbour bridge", "", &body)
        }),
        shape("questions with buttons in boxes of boxes", |n| {
            let boxes = "<div class=\"cta audio author-bio\"><p>Is it so?</p><button>Yes</button><button>No</button>".repeat(n);
            let body = format!("{}{boxes}{}", paragraphs(20), "</div>".repeat(n));
            page("Harbour bridge", "", &body)
        }),
        shape("a declared body that says one thing over and over", |n| {
            let said = many(n, |_| "aaaab ".to_owned());
            // Each four letters stand in it everywhere, and all of them together nowhere.
            let body = many(n, |_| format!("<p>{}</p>", "aaaa ".repeat(10)));
            let declared = format!(
                r#"<script type="application/ld+json">{{"@type":"NewsArticle","articleBody":"{said}"}}</script>"#
            );
            page("Harbour bridge", &declared, &body)
        }),
        shape(
            "one item of pictures and paragraphs amid the article",
            |n| {
                let pictures = "<img src=\"a.jpg\"> ".repeat(n);
                let item = format!("<ul><li>{pictures}{}</li></ul>", paragraphs(n));
                page("Harbour bridge", "", &format!("{}{item}", paragraphs(20)))
            },
        ),
        shape(
            "items that look like nothing of the article in one list",
            |n| {
                let items = many(n, |n| format!("<li>Pier {n}</li>"));
                let list = format!("<ul class=\"sidebar\"><li>Source: the pier</li>{items}</ul>");
                let body = format!("{}{list}{}", paragraphs(20), paragraphs(20));
                page("Harbour bridge", "", &body)
            },
        ),
        shape(
            "pitches beside each other, each with a name of its own",
            |n| {
                let pitch = |n| {
                    format!(
                        "<div class=\"a{n}\"><h3>By letter</h3><p>Ab</p><a href=\"/x\">Subscribe</a></div>"
                    )
                };
                let body = format!("{}<div>{}</div>", paragraphs(20), many(n, pitch));
                page("Harbour bridge", "", &body)
            },
        ),
        shape("a formula of long texts that is shown again", |n| {
            let text = "abc ".repeat(10 * n);
            let formula = format!(
                "<math><mtext>{text}</mtext>{}</math>",
                "<mi>x</mi>".repeat(n)
            );
            let body = format!("<p>{formula}<span aria-hidden=\"true\">abcx</span></p>");
            page("Harbour bridge", "", &format!("{}{body}", paragraphs(20)))
        }),
        shape("times that stand loose in one element", |n| {
            let entry = |n| format!("Entry <time>{n}</time> <p>{}</p>", sentence(n));
            page(
                "Harbour bridge",
                "",
                &format!("<div>{}</div>", many(n, entry)),
            )
        }),
        shape("lines that name machines over one list", |n| {
            let lines = many(n, |n| format!("<p>AI summary {n}</p>"));
            let list = "<ul><li>One</li><li>Two</li></ul>";
            let body = format!("{}<div>{lines}{list}</div>", paragraphs(2));
            page("Harbour bridge", "", &body)
        }),
    ]
}
