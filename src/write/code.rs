//! Blocks of code.

use crate::outline::{NodeId, Outline};

/// Elements of a block of code, and around it, of which one may say its language.
const MOST_INSIDE: usize = 2;
const MOST_AROUND: usize = 3;

/// The language that code says it is in as the HTML standard has it, `<code class="language-rust">`; some say so on the
/// box around it.
pub fn language(page: &Outline, id: NodeId) -> &str {
    let inside = page.descendants(id).take(MOST_INSIDE);
    let near = inside.chain(page.self_and_ancestors(id).take(MOST_AROUND));
    let mut names = near.flat_map(|at| page.class(page.node(at).class).split_whitespace());
    let language = names.find_map(|name| name.strip_prefix("language-"));
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "+#-._".contains(c);
    language
        .filter(|name| name.chars().all(is_plain))
        .unwrap_or("")
}

#[cfg(test)]
mod tests {
    use crate::judge::article_around;
    use crate::{Options, clean};

    #[test]
    fn code_says_the_language_it_is_in() {
        let fence = |code: &str| {
            let text = clean(&article_around(code), &Options::default()).markdown();
            let begin = text.lines().find(|line| line.starts_with("```"));
            begin.map(str::to_owned)
        };
        let code = "<pre><code class='hljs language-rust'>let lamp = lit();</code></pre>";
        assert_eq!(fence(code).as_deref(), Some("```rust"));
        let around = "<div class='language-c++ highlight'><pre><code>lamp();</code></pre></div>";
        assert_eq!(fence(around).as_deref(), Some("```c++"));
        let none = "<pre class='language-`x`'><code>lamp();</code></pre>";
        assert_eq!(fence(none).as_deref(), Some("```"));
    }
}
