use crate::calc::Calc;
use crate::options::Options;
use crate::profile::Profile;
use crate::random::Random;
use crate::records::Record;

/// Everything that is planned before a line is written, so that the writer can tell what the
/// program will compute.
pub struct World {
    pub profile: Profile,
    pub seed: u64,
    pub modules: Vec<ModulePlan>,
}

/// One module: what it declares, and the modules of the layer below that it uses.
pub struct ModulePlan {
    pub name: String,
    pub lower: Vec<usize>,
    pub calcs: Vec<Calc>,
    pub records: Vec<Record>,
}

/// A module imports at most this many of the layer below.
const MAX_IMPORTS: usize = 3;

impl World {
    pub fn new(options: &Options) -> World {
        let mut random = Random::new(options.seed);
        let mut world = World {
            profile: options.profile,
            seed: options.seed,
            modules: Vec::new(),
        };
        for layer in 0..options.layers {
            for column in 0..options.modules_per_layer {
                let lower = if layer == 0 {
                    Vec::new()
                } else {
                    let first = (layer - 1) * options.modules_per_layer;
                    choose_lower(&mut random, first, options.modules_per_layer)
                };
                let plan = ModulePlan {
                    name: format!("layer{layer:02}_module{column:02}"),
                    calcs: Calc::plan(&mut random, &world, &lower),
                    records: Record::plan(&mut random, &world, &lower),
                    lower,
                };
                world.modules.push(plan);
            }
        }
        world
    }
}

fn choose_lower(random: &mut Random, first: usize, count: usize) -> Vec<usize> {
    let mut lower: Vec<usize> = Vec::new();
    for _ in 0..MAX_IMPORTS {
        let candidate = first + random.below(count);
        if !lower.contains(&candidate) {
            lower.push(candidate);
        }
    }
    lower.sort_unstable();
    lower
}
