// The stories, by name. Each gets the town: town.sit(who, language) seats a person at a browser of their own.
import { burstPipe } from './burst_pipe.mjs';
import { aTenthFamily } from './family.mjs';
import { aHolidayIsWatched, theReformsMatrix } from './families.mjs';
import { desksFit } from './fits.mjs';
import { leakFromAbove } from './leak.mjs';
import { changedMeanwhile, nothingLeftBehind, withoutANetwork } from './offline.mjs';
import { photosStandUpright } from './upright.mjs';
import { aNewBuild } from './newer.mjs';
import { photoAndJoined } from './resident.mjs';
import { aDeskIsLive, conditionsAreRefused, filtersByKeyboard, numbersOpenTheirRows, ratesAndTimes } from './desks.mjs';
import { keyboardTriage, onThePhone, refusedLogin, searchLeavesNoTrace, sessionEnds, stalePage } from './desk.mjs';

export const stories = {
  'a burst pipe goes from report to closed, and the others see it live': burstPipe,
  'a photo comes first, and the same problem is followed': photoAndJoined,
  'two matters are accepted with the keyboard alone': keyboardTriage,
  'what staff search for stands in no address': searchLeavesNoTrace,
  'report, status and matter fit a phone, in both languages': onThePhone,
  'a wrong password shows what the server says': refusedLogin,
  'a session that ends while a form is open loses nothing': sessionEnds,
  'what is done without a network waits and is done once': withoutANetwork,
  'what waited offline is mended when its matter has changed': changedMeanwhile,
  'whoever logs out sends or deletes what waits offline': nothingLeftBehind,
  'a photo taken upright is kept upright': photosStandUpright,
  'a part that a new build took away is said, and nothing typed is lost': aNewBuild,
  'a page that is out of date is told so': stalePage,
  'a number of a desk opens the rows it counted, and takes them away': numbersOpenTheirRows,
  'a view is filtered by keyboard, and the address says how': filtersByKeyboard,
  'a condition with a name or a fault is refused beside its box': conditionsAreRefused,
  'a leak from above is settled on one confidential file': leakFromAbove,
  'ten aspects and thirty-eight departments, proved and checked': theReformsMatrix,
  'a holiday is watched, and an incident is told in time': aHolidayIsWatched,
  'a tenth family comes as one folder and is used': aTenthFamily,
  'a desk shows what others do, on a phone too': aDeskIsLive,
  'every desk fits a phone, a window and a desk, in both languages': desksFit,
  'rates carry their formula, and both of their numbers open': ratesAndTimes,
};
