//! Pages of various houses as they are scraped: where each line goes, and that none is lost in silence.

use super::page::{LONG, page};
use super::{lines, read};

#[test]
fn short_lines_between_paragraphs_are_headings_whatever_they_begin_with() {
    for heading in [
        "Recent findings",
        "More trouble ahead",
        "Latest research",
        "Related work",
        "Popular support",
        "Subscribe or perish",
        "Twitter",
        "By Moonlight Alone",
        "Read more books",
    ] {
        let (found, report) = page(&format!(
            "The wall above the harbour leans\n\nLONG.\n\n{heading}\n\nLONG.\n"
        ));
        let expected = ["headline: The wall above the harbour leans", "LONG."];
        assert_eq!(found[..2], expected);
        assert_eq!(found[2], format!("# {heading}"));
        assert!(report.is_lossless(), "{report}");
    }
}

#[test]
fn the_title_of_the_page_is_the_headline_with_the_name_of_the_house() {
    for scrape in [
        "Harbour wall row grows | The Daily\n\nWorld\n\nHarbour wall row grows\n\nWritten by Jane Roe\n\nLONG.\n",
        "Harbour wall row grows in the town below the hill - The Daily\n\nWorld\n\nHarbour wall row grows in the town below the hill\n\n\
         Written by Jane Roe\n\nLONG.\n",
    ] {
        let (found, report) = page(scrape);
        assert_eq!(found[0], "section: World");
        assert!(!found[1].contains("Daily"), "{found:?}");
        assert_eq!(found[2..], ["by: Jane Roe", "LONG."]);
        assert_eq!(lines(&report, "text.furniture"), [1]);
    }
}

proptest::proptest! {
    /// Whatever stands beside whatever, each word is in the article or in a finding at its line.
    #[test]
    fn no_line_is_lost_in_silence(lines in proptest::collection::vec(proptest::sample::select(LINES), 1..24)) {
        page(&lines.join("\n\n"));
    }
}

const LINES: &[&str] = &[
    "Menu",
    "Share",
    "Twitter",
    "Advertisement",
    "World",
    "Night desk",
    "Home » News » Local",
    "Harbour wall row grows",
    "Harbour wall row grows | The Daily",
    "Why the wall above the lower harbour leans towards the sea",
    "By Jane Roe and John Doe",
    "By Moonlight Alone",
    "14 March 2024",
    "Published: 14 March 2024",
    "5 min read",
    "A sentence of some words stands alone in its line here.",
    "LONG.",
    "LONG",
    "He laughed.",
    "What happens next?",
    "Recent findings",
    "Latest stories",
    "Related topics",
    "Read more: Another story of this house",
    "Credit: The Archive",
    "Photo by Karl Ost",
    "Getty Images",
    "Jane Roe/Getty Images",
    "Image source, AFP",
    "Image caption, Three mules",
    "Three mules. (AP Photo/Karl Ost)",
    "© 2024 The Daily",
    "We use cookies to count you.",
    "- one\n- two",
    "| a | b |\n| c | d |",
];

#[test]
fn a_short_headline_stands_before_a_standfirst_without_a_full_stop() {
    let (found, _) = page(
        "The Drowned Church Returns\n\nA falling reservoir gives up what it took fifty years ago\n\nBy Ana Petrova\n\n\
        A man sells coffee near the church in Valle Alto on Sept. 3, 2023.\nLuis Kern/AP\n\nLONG.\n\n\
        Sign up for the Green Letter\n\nLONG.\n\nPhotos by Luis Kern\n",
    );
    assert_eq!(
        found,
        [
            "headline: The Drowned Church Returns",
            "standfirst: A falling reservoir gives up what it took fifty years ago",
            "by: Ana Petrova",
            "figure: Some(\"A man sells coffee near the church in Valle Alto on Sept. 3, 2023.\") Some(\"Luis Kern/AP\")",
            "LONG.",
            "LONG.",
            "Photos by Luis Kern",
        ]
    );
}

#[test]
fn a_page_with_a_menu_in_a_line_and_a_standfirst_of_few_words() {
    let (found, report) = page(
        "HOME  NEWS  SPORT\n\nOpinion\n\nWhy I stopped counting the herons\n\nThe marsh was never mine to count.\n\nDana Okoro\n\n\
        Columnist\n\nLONG.\n\n» Also read: The last boat of the season\n\nMore than birds\n\nLONG.\n\nFiled under: coast\n\n\
        Comments (14)\n",
    );
    assert_eq!(
        found,
        [
            "section: Opinion",
            "headline: Why I stopped counting the herons",
            "standfirst: The marsh was never mine to count.",
            "Dana Okoro",
            "Columnist",
            "LONG.",
            "# More than birds",
            "LONG.",
            "Filed under: coast",
        ]
    );
    assert_eq!(lines(&report, "text.furniture"), [1, 15, 23]);
}

#[test]
fn a_page_of_a_daily() {
    let (found, report) = page(
        "Skip to main content\n\nWorld\n\nHarbour town fights over the wall that keeps the sea out\n\n\
        A stretch of eleven metres has divided fishermen and masons, and neither waits\n\nNora Vale in Port Ellery\n\n\
        Thu 14 Mar 2024 06.00 CET\n\nShare\n\nView image in fullscreen\n\n\
        The wall was built in 1788. Photograph: Tomas Reed/Getty Images\n\nLONG.\n\nAdvertisement\n\n\
        “We were never asked,” said one of them.\n\nSign up to First Light, our free daily newsletter\n\n\
        Read more: Why is the sea rising faster on this coast?\n\nLONG.\n\nAdditional reporting by Ann Lee\n\n\
        Explore more on these topics\n\nHarbours\n\nShare\n\nMost viewed\n\nA dog that walked home\n\n\
        © 2024 The Harbour News. All rights reserved.\n",
    );
    assert_eq!(
        found,
        [
            "section: World",
            "headline: Harbour town fights over the wall that keeps the sea out",
            "standfirst: A stretch of eleven metres has divided fishermen and masons, and neither waits",
            "rights: © 2024 The Harbour News. All rights reserved.",
            "Nora Vale in Port Ellery",
            "Thu 14 Mar 2024 06.00 CET",
            "figure: Some(\"The wall was built in 1788.\") Some(\"Photograph: Tomas Reed/Getty Images\")",
            "LONG.",
            "“We were never asked,” said one of them.",
            "LONG.",
            "Additional reporting by Ann Lee",
        ]
    );
    let dropped = [1, 13, 15, 21, 25, 27, 33, 35, 37, 39, 41];
    assert_eq!(lines(&report, "text.furniture"), dropped);
    assert_eq!(report.losses().count(), dropped.len());
}

#[test]
fn a_page_of_a_broadcaster_with_a_sentence_a_paragraph() {
    let (found, report) = page(
        "Home\nNews\nEurope\n\nHarbour wall row grows\n\nPublished 14 March 2024\n\nShare\n\nNora Vale\n\nImage source, Getty Images\n\n\
        Image caption, The wall was built in 1788\n\nA row over a harbour wall has split a fishing town in two.\n\n\
        Fishermen say that nobody asked them.\n\nAdvertisement\n\nMasons brought three mules\n\n(AP Photo/Lena Marsh)\n\n\
        The council is to meet on Friday, whatever happens.\n\nBy Moonlight Alone\n\n\
        The masons worked at night because of the traffic on the quay.\n\nRelated topics\n\nEurope\n\nMore on this story\n\n\
        - Dog walks home\n- Cat stuck in lighthouse\n",
    );
    assert_eq!(
        found,
        [
            "section: News",
            "kicker: Europe",
            "headline: Harbour wall row grows",
            "Some(\"pub\"): 14 March 2024",
            "Nora Vale",
            "figure: Some(\"The wall was built in 1788\") Some(\"Image source, Getty Images\")",
            "A row over a harbour wall has split a fishing town in two.",
            "Fishermen say that nobody asked them.",
            "figure: Some(\"Masons brought three mules\") Some(\"(AP Photo/Lena Marsh)\")",
            "The council is to meet on Friday, whatever happens.",
            "# By Moonlight Alone",
            "The masons worked at night because of the traffic on the quay.",
        ]
    );
    assert_eq!(
        lines(&report, "text.furniture"),
        [1, 9, 21, 33, 35, 37, 39, 40]
    );
}

#[test]
fn a_story_of_an_agency() {
    let (found, report) = page(
        "Harbour wall divides fishing town\n\nBy NORA VALE and TOM REED\nUpdated 6:15 PM EST, March 14, 2024\n\n\
        PORT ELLERY (AP) — Masons took down part of a harbour wall on Monday, and a town has been divided since.\n\n\
        The wall keeps the sea out of the lower town.\n\nADVERTISEMENT\n\n\
        Masons work on the wall in Port Ellery, March 11, 2024. (AP Photo/Lena Marsh)\n\n\
        The council is to meet on Friday.\n\n___\n\nReed reported from Ellerton.\n",
    );
    assert_eq!(
        found,
        [
            "headline: Harbour wall divides fishing town",
            "by: NORA VALE",
            "by: TOM REED",
            "Updated 6:15 PM EST, March 14, 2024",
            "PORT ELLERY (AP) — Masons took down part of a harbour wall on Monday, and a town has been divided since.",
            "The wall keeps the sea out of the lower town.",
            "figure: Some(\"Masons work on the wall in Port Ellery, March 11, 2024.\") Some(\"AP Photo/Lena Marsh\")",
            "The council is to meet on Friday.",
            "___",
            "Reed reported from Ellerton.",
        ]
    );
    assert_eq!(lines(&report, "text.furniture"), [10]);
}

#[test]
fn a_page_full_of_buttons() {
    let (found, report) = page(
        "We use cookies to give you a better experience. By going on you agree.\n\nAccept all\n\nHome » News » Local\n\n\
        Dog walks 40 miles home after falling off harbour wall\n\nBy Nora Vale | Staff Writer\n\nMarch 14, 2024 | 5 min read\n\n\
        Facebook\n\nTwitter\n\nRex on the quay on Tuesday\n\n(Photo: Nora Vale)\n\n\
        A dog that fell off a harbour wall has walked forty miles home.\n\nShare\n\nFacebook\n\nEmail\n\n\
        We use cookies to get him to come in, the owner said on Monday.\n\nKey points\n\n- He fell on Friday\n- He likes cheese\n\n\
        READ ALSO: Cat stuck in lighthouse for a week\n\n\"He is asleep now,\" his owner said.\n\nTags: dogs, harbour\n\n12 comments\n",
    );
    assert_eq!(
        found,
        [
            "kicker: Home / News / Local",
            "headline: Dog walks 40 miles home after falling off harbour wall",
            "By Nora Vale | Staff Writer",
            "March 14, 2024 | 5 min read",
            "figure: Some(\"Rex on the quay on Tuesday\") Some(\"Photo: Nora Vale\")",
            "A dog that fell off a harbour wall has walked forty miles home.",
            "We use cookies to get him to come in, the owner said on Monday.",
            "# Key points",
            "He fell on Friday\nHe likes cheese",
            "\"He is asleep now,\" his owner said.",
            "Tags: dogs, harbour",
        ]
    );
    let dropped = [1, 3, 13, 15, 23, 25, 27, 36, 42];
    assert_eq!(lines(&report, "text.furniture"), dropped);
}

#[test]
fn a_headline_may_begin_as_a_byline_does() {
    for (scrape, section, authors) in [
        ("By Moonlight Alone\n\nLONG.\n", None, 0),
        (
            "By Moonlight Alone\n\nHow moths find their way when the lamps are out.\n\nBy Jane Roe\n\nLONG.\n",
            None,
            1,
        ),
        (
            "Science\n\nBy Moonlight Alone\n\nHow moths find their way when the lamps are out.\n\nLONG.\n",
            Some("Science"),
            0,
        ),
        (
            "Night desk\n\nBy Moonlight Alone\n\nHow moths find their way when the lamps are out.\n\nBy Jane Roe\n\nLONG.\n",
            Some("Night desk"),
            1,
        ),
        (
            "Night desk\n\nBy Moonlight Alone\n\nRecent stories\n\nBy Moonlight Alone\n\nLONG.\n",
            Some("Night desk"),
            0,
        ),
    ] {
        let (article, _) = read(&scrape.replace("LONG", LONG));
        assert_eq!(article.headline.text(), "By Moonlight Alone", "{scrape}");
        assert_eq!(article.section().as_deref(), section, "{scrape}");
        assert_eq!(article.credits().count(), authors, "{scrape}");
    }
    // What stands alone behind a headline is a byline still, but for what is no name.
    let (found, _) = page("Tides\n\nBy Jane Roe\n\nThe sea came back at noon.\n");
    assert_eq!(
        found,
        [
            "headline: Tides",
            "by: Jane Roe",
            "The sea came back at noon."
        ]
    );
    let (found, _) = page("Tides of the north\n\nBy The Numbers\n\nLONG.\n");
    assert_eq!(found[1], "By The Numbers");
}

#[test]
fn a_headline_that_looks_like_a_label_of_the_page_is_kept() {
    for scrape in [
        "More Trouble\n\nLONG.\n",
        "Science\n\nMore trouble at sea\n\nLONG.\n",
        "Home\n\nLONG.\n",
    ] {
        let (found, report) = page(scrape);
        assert!(report.is_lossless(), "{report}");
        assert_eq!(found.last().unwrap(), "LONG.");
    }
    // A text without a headline has none.
    let (article, _) = read(&format!("{LONG}.\n\n{LONG}.\n"));
    assert_eq!(article.headline.text(), "");
    assert_eq!(article.body.unwrap().content.len(), 2);
}

#[test]
fn a_line_before_the_first_paragraph_is_no_heading() {
    let (found, _) =
        page("The wall above the harbour leans\n\nNora Vale\n\nPort Ellery\n\nLONG.\n");
    assert_eq!(found[1..], ["Nora Vale", "Port Ellery", "LONG."]);
}
