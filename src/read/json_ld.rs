//! JSON-LD: what the page tells search engines of its article.

use serde_json::Value;

use super::cooking;
use super::json::{DEEPEST, address, number, text};
use super::referred::{Objects, add_objects, names, picture};
use crate::metadata::Metadata;

/// How much of a page's title is compared, in characters: no headline is longer.
const LONGEST_TITLE: usize = 1000;

/// No honest page describes more articles.
const MOST_ARTICLES: usize = 50;

/// What an object weighs, the page's own title more than all else together: a body by its length, and title, author
/// and date ten each, which decide between teasers.
const TITLED: usize = 1000;
const LONGEST_BODY: usize = 900;
const FIELD: usize = 10;

/// The article that the page's JSON-LD describes, empty where there is none.
///
/// Pages carry several objects (site, breadcrumbs, teasers); the one with the page's own title wins, else the one that
/// says most, else the first, since teasers stand in lists and come later. `title` is what `<title>` and Open Graph say.
pub fn article(scripts: &[String], title: &str) -> Metadata {
    let values: Vec<Value> = scripts.iter().filter_map(|script| parse(script)).collect();
    let mut objects = Objects::default();
    values
        .iter()
        .for_each(|value| add_objects(value, 0, &mut objects));
    // Each object's title is looked for in this one.
    let start: String = title.chars().take(LONGEST_TITLE).collect();
    let title = bare(&start);
    let mut best: Option<(usize, Metadata)> = None;
    // A recipe may stand beside the article that it belongs to.
    let (mut parts, mut minutes) = (Vec::new(), Vec::new());
    for value in &values {
        let mut found = Vec::new();
        collect(value, 0, &mut found);
        for object in found {
            cooking::parts(object, &mut parts);
            cooking::minutes(object, &mut minutes);
            let metadata = describe(object, &objects);
            let weight = weight(&metadata, &title);
            if best.as_ref().is_none_or(|(most, _)| weight > *most) {
                best = Some((weight, metadata));
            }
        }
    }
    let said = best.map(|(_, metadata)| metadata).unwrap_or_default();
    Metadata {
        parts,
        minutes,
        ..said
    }
}

/// How much an object says; the page's title and a full body weigh most.
fn weight(metadata: &Metadata, title: &str) -> usize {
    let own = bare(metadata.title.as_deref().unwrap_or(""));
    let titled = !own.is_empty() && title.contains(&own);
    let said = [
        metadata.title.is_some(),
        metadata.byline.is_some(),
        metadata.published.is_some(),
    ];
    let body = metadata.body.as_ref().map_or(0, String::len);
    usize::from(titled) * TITLED
        + said.iter().filter(|&&s| s).count() * FIELD
        + body.min(LONGEST_BODY)
}

/// Letters and digits, folded.
fn bare(text: &str) -> String {
    let letters = text.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// Parses leniently: real pages put raw line breaks into strings and wrap the script in comments.
fn parse(script: &str) -> Option<Value> {
    let text = script
        .trim()
        .trim_start_matches("<![CDATA[")
        .trim_start_matches("<!--")
        .trim_end_matches("-->")
        .trim_end_matches("]]>")
        .trim()
        .trim_end_matches(';');
    serde_json::from_str(text).ok().or_else(|| {
        let cleaned: String = text
            .chars()
            .map(|c| if c.is_control() { ' ' } else { c })
            .collect();
        serde_json::from_str(&cleaned).ok()
    })
}

/// Objects of an article type anywhere in the value, down to a depth.
fn collect<'a>(value: &'a Value, depth: usize, found: &mut Vec<&'a Value>) {
    if depth > DEEPEST || found.len() > MOST_ARTICLES {
        return;
    }
    match value {
        Value::Array(items) => items.iter().for_each(|v| collect(v, depth + 1, found)),
        Value::Object(map) => {
            if map.get("@type").is_some_and(is_article_type) {
                found.push(value);
            }
            for key in ["@graph", "mainEntity", "mainEntityOfPage", "hasPart"] {
                if let Some(inner) = map.get(key) {
                    collect(inner, depth + 1, found);
                }
            }
        }
        _ => {}
    }
}

fn is_article_type(kind: &Value) -> bool {
    match kind {
        Value::String(name) => {
            let name = name.rsplit(['/', ':']).next().unwrap_or(name);
            name.ends_with("Article")
                || name.ends_with("BlogPosting")
                || matches!(
                    name,
                    "Report"
                        | "Review"
                        | "ClaimReview"
                        | "Recipe"
                        | "CreativeWork"
                        | "Blog"
                        | "SocialMediaPosting"
                        | "HowTo"
                        | "MedicalWebPage"
                )
        }
        Value::Array(kinds) => kinds.iter().any(is_article_type),
        _ => false,
    }
}

fn describe(object: &Value, objects: &Objects<'_>) -> Metadata {
    let string = |key: &str| text(object.get(key)?);
    let field = |key: &str| {
        object
            .get(key)
            .map_or(Vec::new(), |value| names(value, objects))
    };
    let authors = Some(field("author")).filter(|names| !names.is_empty());
    let authors = authors.unwrap_or_else(|| field("creator"));
    Metadata {
        // A headline and a date: sites describe themselves as creative works too.
        declared: object.get("headline").is_some() && object.get("datePublished").is_some(),
        title: string("headline").or_else(|| string("name")),
        byline: (!authors.is_empty()).then(|| authors.join(", ")),
        authors,
        titles: ["headline", "alternativeHeadline", "name"]
            .into_iter()
            .filter_map(string)
            .collect(),
        published: string("datePublished").or_else(|| string("dateCreated")),
        modified: string("dateModified"),
        site: field("publisher").into_iter().next(),
        language: string("inLanguage"),
        canonical: string("url").or_else(|| address(object.get("mainEntityOfPage")?)),
        image: object
            .get("image")
            .and_then(|value| picture(value, objects)),
        description: string("description"),
        body: string("articleBody").or_else(|| string("reviewBody")),
        paid: is_paid(object),
        words: number(object.get("wordCount")),
        offers: false,
        parts: Vec::new(),
        minutes: Vec::new(),
    }
}

/// The object, or a part of it, is not free to read.
fn is_paid(object: &Value) -> bool {
    let own = |object: &Value| match object.get("isAccessibleForFree") {
        Some(Value::Bool(free)) => !free,
        Some(Value::String(free)) => free.trim().eq_ignore_ascii_case("false"),
        _ => false,
    };
    let parts = object.get("hasPart").map_or(&[][..], |parts| match parts {
        Value::Array(parts) => parts,
        part => std::slice::from_ref(part),
    });
    own(object) || parts.iter().any(own)
}

#[cfg(test)]
mod tests {
    use super::article;

    #[test]
    fn what_is_told_of_an_author_in_several_places_is_taken_together() {
        let byline = |ann: &str| {
            let script = format!(
                r##"[{{"@type":"NewsArticle","headline":"A","author":{{"@id":"#ann","url":"https://x.org/ann"}}}},
                    {ann}{{"@type":"Person","@id":"#ann","name":"Ann Lee"}}]"##
            );
            article(&[script], "").byline
        };
        assert_eq!(byline("").as_deref(), Some("Ann Lee"));
        let empty = r##"{"@id":"#ann","name":null,"url":"https://x.org/ann"},"##;
        assert_eq!(byline(empty).as_deref(), Some("Ann Lee"));
        let comment = r#"{"@id":"https://x.org/c","@type":"Comment","url":"https://x.org/c"},"#;
        let many: String = (0..300)
            .map(|at| comment.replace("/c", &format!("/c{at}")))
            .collect();
        assert_eq!(byline(&many).as_deref(), Some("Ann Lee"));
    }

    /// As the most used plugin of WordPress writes it.
    #[test]
    fn a_picture_elsewhere_in_the_graph_is_found_by_what_it_is_called() {
        let image = |graph: &str| {
            let script = format!(
                r##"{{"@graph":[{{"@type":"NewsArticle","headline":"A","image":{{"@id":"https://x.org/a/#primaryimage"}}}}{graph}]}}"##
            );
            article(&[script], "").image
        };
        let picture = r##",{"@type":"ImageObject","@id":"https://x.org/a/#primaryimage","url":"https://x.org/ferry.jpg"}"##;
        assert_eq!(image(picture).as_deref(), Some("https://x.org/ferry.jpg"));
        assert_eq!(image(""), None);
        let place = r##",{"@type":"ImageObject","@id":"https://x.org/a/#primaryimage","url":"https://x.org/#i","contentUrl":"https://x.org/a.jpg"}"##;
        assert_eq!(image(place).as_deref(), Some("https://x.org/a.jpg"));
    }

    #[test]
    fn finds_the_article_in_a_graph_and_joins_authors() {
        let script = r#"{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"S"},
            {"@type":["NewsArticle"],"headline":"A &amp; B","author":[{"name":"Ann"},{"name":"Bo"}],
             "datePublished":"2024-01-02","publisher":{"name":"The Post"},"image":[{"url":"https://x.org/1.jpg"}]}]}"#;
        let found = article(&[script.to_owned()], "");
        assert_eq!(found.title.as_deref(), Some("A & B"));
        assert_eq!(found.byline.as_deref(), Some("Ann, Bo"));
        assert_eq!(found.site.as_deref(), Some("The Post"));
        assert_eq!(found.image.as_deref(), Some("https://x.org/1.jpg"));
    }

    #[test]
    fn takes_the_object_with_the_title_of_the_page_and_looks_authors_up() {
        let script = r##"[{"@type":"NewsArticle","headline":"Teaser","author":"Cy","datePublished":"2020-01-01","articleBody":"Long long long."},
            {"@type":"NewsArticle","headline":"Old mill","author":[{"@id":"#ann"},"https://x.org/bo"]},
            {"@type":"Person","@id":"#ann","name":"Ann Example"}]"##;
        let found = article(&[script.to_owned()], "Old mill | The Post");
        assert_eq!(found.title.as_deref(), Some("Old mill"));
        assert_eq!(found.authors, ["Ann Example"]);
    }

    #[test]
    fn reads_strings_with_raw_line_breaks_and_survives_nonsense() {
        let broken = "{\"@type\":\"Article\",\"headline\":\"One\nTwo\"}".to_owned();
        assert_eq!(article(&[broken], "").title.as_deref(), Some("One Two"));
        assert!(
            article(&["{".repeat(5000), "null".into()], "")
                .title
                .is_none()
        );
    }
}
