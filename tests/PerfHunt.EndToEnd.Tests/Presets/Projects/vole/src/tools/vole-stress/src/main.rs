//! Writes a program of many modules; the same arguments write the same one.

use std::collections::HashMap;
use std::fmt::Write;
use std::path::Path;

const PROFILES: [(&str, usize); 5] = [
    ("full", 32),
    ("many-modules", 19),
    ("wide-types", 48),
    ("generics-heavy", 48),
    ("stdlib-heavy", 38),
];

fn main() -> Result<(), String> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let given: HashMap<&str, &str> = words
        .chunks_exact(2)
        .map(|pair| (pair[0].as_str(), pair[1].as_str()))
        .collect();
    let text = |name: &str| given.get(name).copied().ok_or(format!("{name} is missing"));
    let number = |name: &str| {
        text(name)?
            .parse::<u64>()
            .map_err(|fault| format!("{name}: {fault}"))
    };

    let profile = text("--profile")?;
    let (_, lets) = *PROFILES
        .iter()
        .find(|(name, _)| *name == profile)
        .ok_or(format!("no profile is called {profile}"))?;
    let (seed, layers, modules) = (
        number("--seed")?,
        number("--layers")?,
        number("--modules-per-layer")?,
    );
    let folder = Path::new(text("--output")?).join(text("--name")?);
    std::fs::create_dir_all(&folder).map_err(|fault| format!("{}: {fault}", folder.display()))?;
    let mut random = seed;
    let mut names = 0;
    for (layer, module) in
        (0..layers).flat_map(|layer| (0..modules).map(move |module| (layer, module)))
    {
        let file = folder.join(format!("layer_{layer:03}_module_{module:03}.vole"));
        std::fs::write(&file, source(lets, &mut names, &mut random))
            .map_err(|fault| format!("{}: {fault}", file.display()))?;
    }
    println!("vole-stress: Generated synthetic codebase\n  seed:    {seed}\n  profile: {profile}\n  output:  {}", folder.display());
    Ok(())
}

/// Sums of earlier names, and a test that holds for hardly any of them.
fn source(lets: usize, names: &mut u64, random: &mut u64) -> String {
    let mut text = String::new();
    for _ in 0..lets {
        let _ = write!(text, "let value_{names} = {}", next(random) % 1000);
        for _ in 0..(*names).min(4) {
            let _ = write!(text, " + value_{}", next(random) % *names);
        }
        text.push('\n');
        *names += 1;
    }
    let _ = writeln!(text, "test value_{} = {}", *names - 1, next(random) % 1000);
    text
}

/// Knuth's linear congruential generator (MMIX).
fn next(random: &mut u64) -> u64 {
    *random = random
        .wrapping_mul(6_364_136_223_846_793_005)
        .wrapping_add(1_442_695_040_888_963_407);
    *random >> 33
}
