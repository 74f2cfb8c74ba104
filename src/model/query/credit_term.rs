//! The terms of `CRediT`, the contributor role taxonomy.

use crate::model::credit::{Credit, Role};

/// Makes the enumeration from one table: variant, term, last step of its address.
macro_rules! terms {
    ($($variant:ident = $name:literal, $step:literal;)*) => {
        /// A term of `CRediT`, the contributor role taxonomy (ANSI/NISO Z39.104): which part somebody took in a work.
        ///
        /// ```
        /// use separatum::model::CreditTerm;
        /// let term = CreditTerm::parse("Writing - review and editing").unwrap();
        /// assert_eq!(term, CreditTerm::WritingReviewEditing);
        /// assert_eq!(term.name(), "Writing – review & editing");
        /// assert_eq!(term.url(), "https://credit.niso.org/contributor-roles/writing-review-editing/");
        /// assert!(CreditTerm::parse("Photographer").is_none());
        /// assert_eq!("software".parse(), Ok(CreditTerm::Software));
        /// ```
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum CreditTerm {
            $(#[doc = $name] $variant,)*
        }

        impl CreditTerm {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The term as the taxonomy spells it.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// The last step of the term's address.
            fn step(self) -> &'static str {
                match self { $(Self::$variant => $step,)* }
            }
        }
    };
}

terms! {
    Conceptualization = "Conceptualization", "conceptualization";
    DataCuration = "Data curation", "data-curation";
    FormalAnalysis = "Formal analysis", "formal-analysis";
    FundingAcquisition = "Funding acquisition", "funding-acquisition";
    Investigation = "Investigation", "investigation";
    Methodology = "Methodology", "methodology";
    ProjectAdministration = "Project administration", "project-administration";
    Resources = "Resources", "resources";
    Software = "Software", "software";
    Supervision = "Supervision", "supervision";
    Validation = "Validation", "validation";
    Visualization = "Visualization", "visualization";
    WritingOriginalDraft = "Writing – original draft", "writing-original-draft";
    WritingReviewEditing = "Writing – review & editing", "writing-review-editing";
}

impl std::fmt::Display for CreditTerm {
    /// As [`CreditTerm::name`].
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.name())
    }
}

impl CreditTerm {
    /// The term of a spelling: its name or its address, in the spellings in use.
    #[must_use]
    pub fn parse(spelling: &str) -> Option<Self> {
        let spelling = spelling.trim().trim_end_matches('/');
        let is_address = spelling.contains("://");
        let last = spelling.rsplit('/').next().filter(|_| is_address);
        let wanted = key(last.unwrap_or(spelling));
        Self::ALL
            .iter()
            .copied()
            .find(|term| key(term.step()) == wanted)
    }

    /// Its address.
    #[must_use]
    pub fn url(self) -> String {
        format!("https://credit.niso.org/contributor-roles/{}/", self.step())
    }
}

/// A spelling that is no term of `CRediT`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
#[error("not a term of CRediT")]
#[non_exhaustive]
pub struct ParseCreditTermError;

impl std::str::FromStr for CreditTerm {
    type Err = ParseCreditTermError;

    /// As [`CreditTerm::parse`], which says what is taken.
    fn from_str(spelling: &str) -> Result<Self, ParseCreditTermError> {
        Self::parse(spelling).ok_or(ParseCreditTermError)
    }
}

impl TryFrom<&str> for CreditTerm {
    type Error = ParseCreditTermError;

    fn try_from(spelling: &str) -> Result<Self, ParseCreditTermError> {
        spelling.parse()
    }
}

/// The letters of a spelling alone: `Writing – review & editing`, `writing_review_and_editing` are the same.
fn key(spelling: &str) -> String {
    let words = spelling.split(|c: char| !c.is_alphabetic());
    let kept =
        words.filter(|word| !word.eq_ignore_ascii_case("and") && !word.eq_ignore_ascii_case("amp"));
    kept.collect::<String>().to_lowercase()
}

impl Role {
    /// The term of `CRediT` that it states: by the address of the term, by the term, else by its own words.
    #[must_use]
    pub fn credit_term(&self) -> Option<CreditTerm> {
        let stated = [&self.term_id, &self.term, &self.kind];
        let stated = stated
            .into_iter()
            .flatten()
            .find_map(|spelling| CreditTerm::parse(spelling));
        stated.or_else(|| CreditTerm::parse(&self.text()))
    }
}

impl Credit {
    /// The terms of `CRediT` among its roles, in order.
    pub fn credit_terms(&self) -> impl Iterator<Item = CreditTerm> {
        self.roles.iter().filter_map(Role::credit_term)
    }
}
