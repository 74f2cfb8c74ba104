//! Which JATS to write on request: a tag set and a version.

use std::fmt;
use std::str::FromStr;

/// A tag set of JATS.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum TagSet {
    /// Journal Archiving and Interchange, "green": the widest; takes what others write.
    Archiving,
    /// Journal Publishing, "blue": narrower, with closed lists of values; what most exchange.
    Publishing,
    /// Article Authoring, "pumpkin": the narrowest, without the journal's own metadata.
    Authoring,
}

/// A version of JATS.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Version {
    /// NISO Z39.96-2019.
    V1_2,
    /// NISO Z39.96-2021.
    #[default]
    V1_3,
    /// NISO Z39.96-2024.
    V1_4,
}

/// Which JATS to write: a tag set in a version.
///
/// Spelled `archiving`, `publishing` or `authoring`, with `-1.2`, `-1.3` or `-1.4` behind it; 1.3 when it is absent.
///
/// ```
/// use separatum::jats::{TagSet, Target, Version};
/// let target: Target = "publishing-1.2".parse()?;
/// assert_eq!(target, Target { tag_set: TagSet::Publishing, version: Version::V1_2 });
/// assert_eq!("archiving".parse::<Target>()?.to_string(), "archiving-1.3");
/// # Ok::<(), separatum::jats::UnknownTarget>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Target {
    /// The tag set.
    pub tag_set: TagSet,
    /// The version.
    pub version: Version,
}

impl From<TagSet> for Target {
    /// The tag set in the version that is written by default, 1.3.
    fn from(tag_set: TagSet) -> Self {
        Self {
            tag_set,
            version: Version::default(),
        }
    }
}

impl TagSet {
    const ALL: [Self; 3] = [Self::Archiving, Self::Publishing, Self::Authoring];
}

impl Version {
    const ALL: [Self; 3] = [Self::V1_2, Self::V1_3, Self::V1_4];

    /// The number, as `article/@dtd-version` has it.
    #[must_use]
    pub fn number(self) -> &'static str {
        match self {
            Self::V1_2 => "1.2",
            Self::V1_3 => "1.3",
            Self::V1_4 => "1.4",
        }
    }
}

impl fmt::Display for TagSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Archiving => "archiving",
            Self::Publishing => "publishing",
            Self::Authoring => "authoring",
        })
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.number())
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.tag_set, self.version)
    }
}

impl FromStr for TagSet {
    type Err = UnknownTarget;

    fn from_str(name: &str) -> Result<Self, UnknownTarget> {
        let mut all = Self::ALL.into_iter();
        let found = all.find(|tag_set| tag_set.to_string() == name);
        found.ok_or_else(|| UnknownTarget::new(name))
    }
}

impl FromStr for Version {
    type Err = UnknownTarget;

    fn from_str(number: &str) -> Result<Self, UnknownTarget> {
        let mut all = Self::ALL.into_iter();
        let found = all.find(|version| version.number() == number);
        found.ok_or_else(|| UnknownTarget::new(number))
    }
}

impl FromStr for Target {
    type Err = UnknownTarget;

    fn from_str(text: &str) -> Result<Self, UnknownTarget> {
        let (name, number) = text.split_once('-').unwrap_or((text, "1.3"));
        match (name.parse(), number.parse()) {
            (Ok(tag_set), Ok(version)) => Ok(Self { tag_set, version }),
            _ => Err(UnknownTarget::new(text)),
        }
    }
}

/// A spelling that names no tag set and version of JATS that can be written.
#[derive(Debug, Clone, PartialEq, Eq, Hash, thiserror::Error)]
#[error(
    "`{spelling}` is none of archiving, publishing, authoring, with -1.2, -1.3 or -1.4 behind it"
)]
pub struct UnknownTarget {
    spelling: String,
}

impl UnknownTarget {
    fn new(spelling: &str) -> Self {
        let spelling = spelling.to_owned();
        Self { spelling }
    }
}
