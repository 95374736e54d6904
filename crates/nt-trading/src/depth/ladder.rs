use std::collections::BTreeMap;

/// Ticks of the window.
const SLOTS: usize = 2048;
const WORDS: usize = SLOTS / 64;

/// Ticks below the best level when the window is laid anew; the rest is room for it to improve.
const BELOW: i64 = (SLOTS / 4 * 3) as i64;

/// The window follows a best level that sank this near to its lower edge.
const EDGE: usize = SLOTS / 8;

/// The key of the best level of an empty side.
const NONE: i64 = i64::MIN;

/// One side of a book, the best level being that of the largest key. Levels near the best one stand
/// in an array with a bit for each that is not empty; those below the window stand in an ordered
/// map. The best level is always in the window, so that nothing stands above it.
#[derive(Clone, Debug)]
pub(super) struct Ladder {
    base: i64,
    best: i64,
    lots: Box<[i64; SLOTS]>,
    used: [u64; WORDS],
    far: BTreeMap<i64, i64>,
}

impl Ladder {
    pub fn new() -> Self {
        Self {
            base: 0,
            best: NONE,
            lots: Box::new([0; SLOTS]),
            used: [0; WORDS],
            far: BTreeMap::new(),
        }
    }

    /// Key and lots of the best level.
    pub fn best(&self) -> Option<(i64, i64)> {
        (self.best != NONE).then(|| (self.best, self.lots[(self.best - self.base) as usize]))
    }

    /// Lots at a key, 0 where there is no level.
    pub fn get(&self, key: i64) -> i64 {
        match self.slot(key) {
            Some(slot) => self.lots[slot],
            None => self.far.get(&key).copied().unwrap_or_default(),
        }
    }

    /// Sets the lots at a key, 0 to remove the level, and returns what was there.
    pub fn set(&mut self, key: i64, lots: i64) -> i64 {
        match self.slot(key) {
            Some(slot) => self.set_near(slot, key, lots),
            None => self.set_far(key, lots),
        }
    }

    pub fn clear(&mut self) {
        self.lots.fill(0);
        self.used.fill(0);
        self.far.clear();
        self.best = NONE;
    }

    /// Keys and lots of the levels, the best first.
    pub fn levels(&self) -> impl Iterator<Item = (i64, i64)> + '_ {
        let first = (self.best != NONE).then_some(self.best);
        std::iter::successors(first, |key| self.below(*key)).map(|key| (key, self.get(key)))
    }

    fn slot(&self, key: i64) -> Option<usize> {
        let slot = key.wrapping_sub(self.base) as u64;
        (slot < SLOTS as u64).then_some(slot as usize)
    }

    fn set_near(&mut self, slot: usize, key: i64, lots: i64) -> i64 {
        let previous = std::mem::replace(&mut self.lots[slot], lots);
        let bit = 1 << (slot % 64);
        if lots > 0 {
            self.used[slot / 64] |= bit;
            self.best = self.best.max(key);
        } else {
            self.used[slot / 64] &= !bit;
            if key == self.best {
                self.sink();
            }
        }
        previous
    }

    #[cold]
    fn set_far(&mut self, key: i64, lots: i64) -> i64 {
        if lots == 0 {
            return self.far.remove(&key).unwrap_or_default();
        }
        let previous = self.far.insert(key, lots).unwrap_or_default();
        if key > self.best {
            self.best = key;
            self.recentre();
        }
        previous
    }

    /// The best level is gone: the next one takes its place.
    fn sink(&mut self) {
        self.best = self.below(self.best).unwrap_or(NONE);
        let near_edge = self.slot(self.best).is_none_or(|slot| slot < EDGE);
        if near_edge && self.best != NONE && !self.far.is_empty() {
            self.recentre();
        }
    }

    /// The next level below a key at which the window or the map can be entered.
    fn below(&self, key: i64) -> Option<i64> {
        match self.slot(key) {
            Some(slot) => match self.used_below(slot) {
                Some(found) => Some(self.base + found as i64),
                None => self.far.last_key_value().map(|(key, _)| *key),
            },
            None => self.far.range(..key).next_back().map(|(key, _)| *key),
        }
    }

    fn used_below(&self, slot: usize) -> Option<usize> {
        let mut word = slot / 64;
        let mut bits = self.used[word] & ((1 << (slot % 64)) - 1);
        while bits == 0 {
            word = word.checked_sub(1)?;
            bits = self.used[word];
        }
        Some(word * 64 + 63 - bits.leading_zeros() as usize)
    }

    /// Lays the window around the best level. The cost grows with the levels there are; the price
    /// has to move by half a window until it is paid again.
    #[cold]
    fn recentre(&mut self) {
        for slot in 0..SLOTS {
            let lots = std::mem::take(&mut self.lots[slot]);
            if lots > 0 {
                self.far.insert(self.base + slot as i64, lots);
            }
        }
        self.used.fill(0);
        self.base = self.best - BELOW;
        for (key, lots) in self.far.split_off(&self.base) {
            let slot = (key - self.base) as usize;
            self.lots[slot] = lots;
            self.used[slot / 64] |= 1 << (slot % 64);
        }
    }
}
