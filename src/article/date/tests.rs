use super::*;

fn day(text: &str, language: &str) -> String {
    days(text, Some(language))
        .first()
        .map_or(String::new(), |f| f.day.iso())
}

#[test]
fn reads_dates_of_many_languages() {
    for (text, language, wanted) in [
        ("Published Dec. 22nd, 2023, 3:35 a.m.", "en", "2023-12-22"),
        ("10:27 AM PST, December 21, 2023", "en", "2023-12-21"),
        ("Sat, 23 Dec 2023 05:42:00 PST", "en", "2023-12-23"),
        (
            "Veröffentlicht am 13. März 2026 um 15:44",
            "de",
            "2026-03-13",
        ),
        ("3/4/2020", "en-US", "2020-03-04"),
        ("3/4/2020", "en-GB", "2020-04-03"),
        ("12/18/23 4:02pm", "en", "2023-12-18"),
        ("Thứ tư, 22/10/2025", "vi", "2025-10-22"),
        ("15 de octubre de 2024", "es", "2024-10-15"),
        ("le 1er août 2022 à 10 h", "fr", "2022-08-01"),
        ("18 мая 2019, 12:01", "ru", "2019-05-18"),
        ("2025年1月13日 20時01分", "ja", "2025-01-13"),
        ("입력 2026.07.12 22:09", "ko", "2026-07-12"),
        ("١٢ 12 مارس 2023", "ar", "2023-03-12"),
        ("torsdag 09. mai 2024 - 13:26", "no", "2024-05-09"),
        ("2026 m. kovo 12 d. 14:05", "lt", "2026-03-12"),
        ("12. jūnijs, 2026, 13:05", "lv", "2026-06-12"),
        ("3. detsember 2025", "et", "2025-12-03"),
        ("4. októbra 2025 o 10:20", "sk", "2025-10-04"),
        ("ponedeljek, 5. avgusta 2024", "sl", "2024-08-05"),
        ("7. srpnja 2025.", "hr", "2025-07-07"),
        ("24. listopada 2025.", "hr", "2025-10-24"),
        ("24 listopada 2025", "pl", "2025-11-24"),
        ("9. septembar 2025.", "sr", "2025-09-09"),
        ("6 юли 2026, 09:11", "bg", "2026-07-06"),
        ("12 de juliol de 2026", "ca", "2026-07-12"),
    ] {
        assert_eq!(day(text, language), wanted, "{text}");
    }
}

#[test]
fn other_numbers_are_no_dates() {
    for text in [
        "5 min read",
        "Market 12, 2024",
        "2026",
        "192.168.2020",
        "31/31/2020",
        "12:30:45",
    ] {
        assert_eq!(day(text, "en"), "", "{text}");
    }
}

#[test]
fn reads_months_of_languages_that_write_them_unlike_their_neighbours() {
    for (text, language) in [
        ("18. listopadu 2025  6:12", "cs"),
        ("2025. november 18.", "hu"),
        ("18 noiembrie 2025, 06:12", "ro"),
        ("18. marraskuuta 2025", "fi"),
        ("18 בנובמבר 2025", "he"),
    ] {
        assert_eq!(day(text, language), "2025-11-18", "{text}");
    }
}

#[test]
fn tells_the_day_of_a_change() {
    let found = days(
        "Updated: Feb. 13, 2024, 11:31 p.m. | Published: Feb. 12, 2024",
        None,
    );
    let told: Vec<_> = found.iter().map(|f| (f.day.iso(), f.changed)).collect();
    assert_eq!(
        told,
        [
            ("2024-02-13".to_owned(), true),
            ("2024-02-12".to_owned(), false)
        ]
    );
}

#[test]
fn iso_dates_stay_and_others_become_days() {
    assert_eq!(
        iso("2023-12-18T21:02:58+01:00", None).as_deref(),
        Some("2023-12-18T21:02:58+01:00")
    );
    assert_eq!(
        iso("2024-02-12170776440040819:00:00", None).as_deref(),
        Some("2024-02-12")
    );
    assert_eq!(
        iso("Sat, 23 Dec 2023 05:42:00 PST", None).as_deref(),
        Some("2023-12-23")
    );
    assert_eq!(
        iso("20120105T0720+0400Z", None).as_deref(),
        Some("2012-01-05")
    );
    assert_eq!(iso("1326813281", None).as_deref(), Some("2012-01-17"));
    assert_eq!(
        iso("Fri Apr 28 19:20:36 CEST 2023", None).as_deref(),
        Some("2023-04-28")
    );
    assert_eq!(iso("yesterday", None), None);
}

#[test]
fn days_are_read_in_the_digits_of_other_scripts() {
    let day = |text: &str| days(text, None).first().map(|found| found.day.iso());
    assert_eq!(day("٨ يناير ٢٠٢٥").as_deref(), Some("2025-01-08"));
    assert_eq!(day("२०२३-१२-१८").as_deref(), Some("2023-12-18"));
}
