use encoding_rs::{SHIFT_JIS, WINDOWS_1251};

use super::*;

/// What lies in the body of a page made of `html`.
fn body(html: &str) -> String {
    let page = normalise(html.as_bytes()).html;
    let (_, rest) = page.split_once("<body>").expect("a body");
    rest.strip_suffix("</body></html>")
        .expect("an end")
        .to_string()
}

/// The deepest nesting in a serialised page without void elements.
fn deepest(html: &str) -> usize {
    let mut depth = 0_usize;
    let tags = html.match_indices('<').map(|(at, _)| &html[at + 1..]);
    tags.fold(0, |deepest, tag| {
        depth = if tag.starts_with('/') {
            depth - 1
        } else {
            depth + 1
        };
        deepest.max(depth)
    })
}

#[test]
fn gives_an_empty_page_for_no_bytes() {
    let page = normalise(b"");
    assert_eq!(page.html, "<html><head></head><body></body></html>");
    assert_eq!(page.doctype, "");
}

#[test]
fn keeps_the_doctype_as_the_page_spells_it() {
    let doctype = |html: &str| normalise(html.as_bytes()).doctype;
    assert_eq!(doctype("<!doctype HTML><p>a"), "<!DOCTYPE html>");
    let old = r#"<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">"#;
    assert_eq!(doctype(old), old);
    let system = r#"<!DOCTYPE html SYSTEM "about:legacy-compat">"#;
    assert_eq!(doctype(system), system);
}

#[test]
fn closes_what_the_page_leaves_open() {
    assert_eq!(
        body("<ul><li>a<li>b</ul><p>c<p>d"),
        "<ul><li>a</li><li>b</li></ul><p>c</p><p>d</p>"
    );
    assert_eq!(body("<b>a<p>b</b>c"), "<b>a</b><p><b>b</b>c</p>");
}

#[test]
fn moves_stray_text_out_of_tables() {
    assert_eq!(
        body("<table>a<tr><td>b</td>c</table>"),
        "ac<table><tbody><tr><td>b</td></tr></tbody></table>"
    );
}

#[test]
fn escapes_text_and_attributes() {
    assert_eq!(
        body("a &amp; b &lt; c > d&nbsp;é"),
        "a &amp; b &lt; c &gt; d&nbsp;é"
    );
    assert_eq!(
        body("<i title='a \"b\" <c> & d\u{a0}'></i>"),
        "<i title=\"a &quot;b&quot; &lt;c&gt; &amp; d&nbsp;\"></i>"
    );
}

#[test]
fn leaves_raw_text_and_noscript_alone() {
    let html = "<script>if (a < b && c) {}</script><noscript><img src=\"a&b\"></noscript>";
    assert_eq!(body(&format!("<p>x</p>{html}")), format!("<p>x</p>{html}"));
}

#[test]
fn writes_void_elements_without_an_end() {
    assert_eq!(body("<p>a<br>b<img src=c>"), "<p>a<br>b<img src=\"c\"></p>");
}

#[test]
fn writes_template_contents_inside_the_template() {
    let html = "<template><tr><td>a</td></tr></template>";
    assert_eq!(body(&format!("<p>x</p>{html}")), format!("<p>x</p>{html}"));
}

#[test]
fn escapes_noscript_inside_a_template() {
    assert_eq!(
        body("<p>x</p><template><noscript><b>y</b></noscript></template>"),
        "<p>x</p><template><noscript>&lt;b&gt;y&lt;/b&gt;</noscript></template>"
    );
}

#[test]
fn drops_the_first_line_break_of_pre() {
    assert_eq!(body("<pre>\n\na</pre>"), "<pre>\na</pre>");
}

#[test]
fn spells_svg_names_as_browsers_do() {
    assert_eq!(
        body("<svg viewbox='0 0 1 1'><clippath/><use xlink:href='#a'/><title>a&b</title></svg>"),
        "<svg viewBox=\"0 0 1 1\"><clipPath></clipPath><use xlink:href=\"#a\"></use><title>a&amp;b</title></svg>"
    );
}

#[test]
fn keeps_framesets() {
    assert_eq!(
        normalise(b"<frameset><frame src=a></frameset>").html,
        "<html><head></head><frameset><frame src=\"a\"></frameset></html>"
    );
}

#[test]
fn reads_a_byte_order_mark() {
    let utf16: Vec<u8> = "\u{feff}<p>Grüße"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    assert!(normalise(&utf16).html.contains("<p>Grüße</p>"));
    assert!(
        normalise("\u{feff}<p>Grüße".as_bytes())
            .html
            .contains("<body><p>Grüße</p>")
    );
}

#[test]
fn reads_declared_encodings() {
    let text = "<p>Мир подписан</p>";
    for declaration in [
        "<meta charset=windows-1251>",
        "<meta http-equiv=Content-Type content='text/html; charset=\"windows-1251\"'>",
        "<?xml version='1.0' encoding='windows-1251'?>",
        "<script>var a = '<p>'</script><meta charset='cp1251'>",
    ] {
        let html = format!("{declaration}{text}");
        let (bytes, _, _) = WINDOWS_1251.encode(&html);
        assert!(normalise(&bytes).html.contains(text), "{declaration}");
    }
}

#[test]
fn reads_a_declaration_beyond_the_first_kilobyte() {
    let text = "<p>停戦が合意された</p>";
    let html = format!(
        "<script>{}</script><meta charset=shift_jis>{text}",
        " ".repeat(2000)
    );
    let (bytes, _, _) = SHIFT_JIS.encode(&html);
    assert!(normalise(&bytes).html.contains(text));
    let xml = "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'>";
    let html = format!("{xml}{}<meta charset='Shift_JIS'/><p>語", " ".repeat(2000));
    let (bytes, _, _) = SHIFT_JIS.encode(&html);
    assert!(normalise(&bytes).html.contains("<p>語</p>"));
}

#[test]
fn believes_what_is_plainly_utf_8_before_a_declaration() {
    for declaration in [
        "<meta charset=iso-8859-1>".to_owned(),
        "<?xml version='1.0' encoding='windows-1251'?>".to_owned(),
        format!("<!--{}--><meta charset=koi8-r>", "x".repeat(2000)),
        "<meta charset=gb2312>".to_owned(),
    ] {
        let html = format!("{declaration}<p>Grüße – „Übermäßig“, çà");
        let page = normalise(html.as_bytes()).html;
        assert!(page.contains("<p>Grüße – „Übermäßig“, çà</p>"), "{page}");
    }
    // Two characters that are as good UTF-8 as GBK.
    let page = normalise(b"<meta charset=gbk><p>\xc1\xaa\xcd\xa8").html;
    assert!(page.contains("<p>联通</p>"), "{page}");
}

#[test]
fn takes_no_declaration_from_a_content_that_is_no_content_type() {
    let html = "<meta name=description content='charset=windows-1251'><p>Grüße";
    assert!(normalise(html.as_bytes()).html.contains("<p>Grüße</p>"));
}

#[test]
fn guesses_an_encoding_that_nothing_declares() {
    let text = "Стороны договорились о прекращении огня, сообщает агентство.";
    let (bytes, _, _) = WINDOWS_1251.encode(text);
    assert!(normalise(&bytes).html.contains(text));
    assert_eq!(decode(&bytes), text);
    assert_eq!(decode("Grüße".as_bytes()), "Grüße");
}

#[test]
fn stops_nesting_where_browsers_do_and_loses_no_text() {
    let html = "<div>".repeat(100_000) + "deep" + &"</div>".repeat(100_000) + "<p>after";
    let page = normalise(html.as_bytes()).html;
    assert_eq!(page.matches("<div>").count(), 100_000);
    assert_eq!(deepest(&page), 513);
    assert!(page.ends_with("</div><p>after</p></body></html>"));
    assert!(page.contains(">deep</div>"));
}

#[test]
fn keeps_blocks_and_pictures_below_the_deepest_level() {
    let inner = "<p>one</p><p>two <img src=\"a\"></p>";
    let html = "<div>".repeat(600) + inner + &"</div>".repeat(600) + "<p>after";
    let page = normalise(html.as_bytes()).html;
    assert!(page.contains(inner));
    assert!(page.ends_with("</div><p>after</p></body></html>"));
}

#[test]
fn goes_on_after_a_deep_list_with_open_items() {
    let html = "<ul><li>a".repeat(2000) + &"</ul>".repeat(2000) + "<p>after";
    let page = normalise(html.as_bytes()).html;
    assert_eq!(page.matches("<li>").count(), 2000);
    assert!(page.ends_with("</ul><p>after</p></body></html>"));
}

#[test]
fn caps_every_kind_of_nesting() {
    for tag in [
        "<span>",
        "<b id=x>",
        "<table><tr><td>",
        "<template>",
        "<svg><style>",
        "<p><font>",
        "<select>",
    ] {
        let page = normalise(tag.repeat(3000).as_bytes()).html;
        assert!(deepest(&page) <= 520, "{tag}: {}", deepest(&page));
    }
}

#[test]
fn repeats_unclosed_formatting_only_so_often() {
    let blocks = (0..4000).map(|i| format!("<p><font color=c{i}>word{i}</p>"));
    let html: String = blocks.collect::<String>()
        + &format!("<b title='{}'>", "z".repeat(1 << 20))
        + &"<p>x".repeat(9000);
    let page = normalise(html.as_bytes()).html;
    assert!(page.len() < 200 << 20, "{} bytes", page.len());
    assert!(page.contains("word3999"));
    assert_eq!(page.matches('x').count(), 9000);
}

#[test]
fn reads_any_bytes_and_settles_at_once() {
    let mut seed = 1_u32;
    let mut noise = || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 24) as u8
    };
    let bytes: Vec<u8> = (0..200_000).map(|_| noise()).collect();
    let once = normalise(&bytes).html;
    assert!(once.starts_with("<html><head></head><body>"));
    assert_eq!(normalise(once.as_bytes()).html, once);
    let nul = normalise(&[0; 1000]).html;
    assert_eq!(nul, "<html><head></head><body></body></html>");
}

#[test]
fn is_linear_in_long_runs_of_references() {
    let html = "&notit ".repeat(300_000);
    assert_eq!(body(&html).matches("¬it").count(), 300_000);
}

#[test]
fn is_linear_in_names_of_calls_without_arguments() {
    let calls = "$RC(".repeat(1_000_000);
    let html = format!("<p id=\"S:0\">a</p><script>{calls}</script>");
    assert!(body(&html).contains(&calls));
}

#[test]
fn reads_twenty_megabytes() {
    let html = "<p>The council met on <b>Tuesday</b> &amp; agreed.\n".repeat(420_000);
    assert!(html.len() > 20 << 20);
    assert_eq!(body(&html).matches("</p>").count(), 420_000);
}
