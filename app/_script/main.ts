import { followChosen } from "./chosen.ts";
import { keepDrafts } from "./drafts.ts";
import { followLanguageSwitch } from "./language-switch.ts";
import { followOffers } from "./offers.ts";
import { focusRefusal } from "./refusal.ts";
import { followSelection } from "./selection.ts";
import { sendForms } from "./sending.ts";
import { followDays } from "./timing.ts";
import { watchReading } from "./watch.ts";
import { followWindows } from "./window.ts";

// All that is better with script in the pages with forms, which work without. The pages are served whole: whatever is
// shown, hidden or asked for here is in them already, under the attributes that each of these modules looks for.

sendForms();
focusRefusal();
keepDrafts();
followOffers();
followWindows();
followDays();
followChosen();
followSelection();
watchReading();
// At the end: what it puts back, the others are to follow.
followLanguageSwitch();
