// What pages do beyond reading: all of it can also be done without script.
import { keepPicks } from "./picks.js";
import { reviewByKeys } from "./review.js";
import { takeDrops } from "./drops.js";
import { followStretch, keepSwitches } from "./reader.js";

document.documentElement.classList.add("scripted");
followStretch();
keepSwitches();
keepPicks();
takeDrops();
reviewByKeys();
