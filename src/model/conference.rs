//! The conference that an article was given at.

use super::node::node;
use super::text::Written;

node! {
    /// A conference.
    pub struct Conference {
        head {
            /// Its date.
            dates: Vec<Written> = "conf-date",
            /// Its name.
            names: Vec<Written> = "conf-name",
            /// Its short name.
            acronyms: Vec<Written> = "conf-acronym",
            /// Its number.
            numbers: Vec<Written> = "conf-num",
            /// Its place.
            places: Vec<Written> = "conf-loc",
            /// Who paid for it.
            sponsors: Vec<Written> = "conf-sponsor",
            /// Its theme.
            themes: Vec<Written> = "conf-theme",
            /// All of it in words.
            words: Vec<Written> = "string-conf",
        }
    }
}
