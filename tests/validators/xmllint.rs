//! xmllint with the DTDs of all versions of JATS.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::require::{or_skip, variable};
use crate::tool::folder;

/// xmllint with the DTDs of all versions of JATS.
pub(crate) struct XmlLint {
    catalog: PathBuf,
}

impl XmlLint {
    /// It, when the program and the DTDs are here.
    pub(crate) fn find() -> Option<Self> {
        let catalog =
            variable("SEPARATUM_JATS_DTDS").map(|folder| Path::new(&folder).join("catalog.xml"));
        let catalog = catalog.filter(|catalog| catalog.is_file());
        let catalog = or_skip(catalog, "the JATS DTDs (SEPARATUM_JATS_DTDS)")?;
        let program = Command::new("xmllint").arg("--version").output().ok();
        or_skip(program, "xmllint")?;
        Some(Self { catalog })
    }

    /// Whether the file is valid by the DTD that it names; `false` when it names none that is here.
    ///
    /// # Errors
    /// What is not valid in it.
    pub(crate) fn accepts(&self, file: &Path) -> Result<bool, String> {
        let output = Command::new("xmllint")
            .env("XML_CATALOG_FILES", &self.catalog)
            .args(["--nonet", "--valid", "--noout"])
            .arg(file)
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        let no_dtd = ["no DTD found", "failed to load external entity"];
        if no_dtd.iter().any(|words| said.contains(words)) {
            Ok(false)
        } else if output.status.success() && !said.contains("namespace error") {
            Ok(true)
        } else {
            Err(said.lines().take(3).collect::<Vec<_>>().join(" "))
        }
    }
}

#[test]
fn xmllint_tells_good_from_bad() {
    let Some(lint) = XmlLint::find() else {
        return;
    };
    let folder = folder("jats-controls");
    let doctype = "<!DOCTYPE article PUBLIC \"-//NLM//DTD JATS (Z39.96) Journal Archiving and Interchange DTD v1.3 20210610//EN\" \
        \"JATS-archivearticle1-3.dtd\">";
    let judge = |name: &str, xml: String| {
        let path = folder.join(name);
        fs::write(&path, xml).unwrap();
        lint.accepts(&path)
    };
    let article = "<article><front><article-meta/></front></article>";
    assert_eq!(judge("good.xml", format!("{doctype}{article}")), Ok(true));
    assert_eq!(judge("without.xml", article.to_owned()), Ok(false));
    assert!(
        judge(
            "bad.xml",
            format!("{doctype}<article><body/><front/></article>")
        )
        .is_err()
    );
    assert!(
        judge(
            "prefix.xml",
            format!(
                "{doctype}{}",
                article.replace("<article>", "<article x:y=\"\">")
            )
        )
        .is_err()
    );
}
