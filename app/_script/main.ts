import { followChosen } from "./chosen.ts";
import { followOffers } from "./offers.ts";
import { focusRefusal } from "./refusal.ts";
import { followSelection } from "./selection.ts";
import { sendOnce } from "./sending.ts";
import { followDays } from "./timing.ts";
import { watchReading } from "./watch.ts";
import { followWindows } from "./window.ts";

// All that is better with script in the pages with forms, which work without. The pages are served whole: whatever is
// shown, hidden or asked for here is in them already, under the attributes that each of these modules looks for.

sendOnce();
focusRefusal();
followOffers();
followWindows();
followDays();
followChosen();
followSelection();
watchReading();
