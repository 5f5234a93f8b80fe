# One entry of each of the five kinds, and one need that is matched: both sides say yes for themselves, and what came of it is shown.
story: Five kinds of resources and one match
kind:  resource
rows:  10
place: 120103
2024-03-04 09:00  commerce_deputy  t0: offer(name: nobody; kind: talent; provider: a sample college; what: none; keeper: commerce_bureau; origin: tianjin; places: -1)  REFUSED field.places
           09:01  commerce_deputy  t1: offer(name: design graduates; kind: talent; provider: a sample college; what: forty a year; keeper: telecom_company; origin: tianjin; places: 4)  REFUSED when
           09:01  commerce_deputy  t1: offer(name: design graduates; kind: talent; provider: a sample college; what: forty a year; keeper: commerce_bureau; origin: tianjin; places: 4)  offered  ask_again by 2024-09-05 00:00
           09:02  commerce_deputy  t2: offer(name: a font engine; kind: technology; provider: a sample institute; what: a licence; keeper: commerce_bureau; origin: beijing; places: 1)  offered
           09:03  commerce_deputy  t3: offer(name: printers of the park; kind: industry; provider: a sample union; what: short runs; keeper: commerce_bureau; origin: hebei; places: 3)  offered
           09:04  commerce_deputy  t4: offer(name: a seed fund; kind: capital; provider: a sample fund; what: half a million; keeper: commerce_bureau; origin: beijing; places: 2)  offered
           09:05  commerce_deputy  t5: offer(name: a book fair; kind: market; provider: a sample fair; what: a stand; keeper: commerce_bureau; origin: abroad; places: 5)  offered
           09:10  window           enterprise_request: open(subject: a licence for fonts; company: a sample studio; about: market; unit: commerce_bureau)  received
           09:20  sports_office    t2: propose_match(talent; fonts for screens; a sample studio)  REFUSED law
           09:21  sports_office    t2: propose_match(technology; fonts for screens; a sample studio; enterprise_request)  offered  field.free 0
           09:22  sports_office    t2: propose_match(technology; fonts for paper; another studio)  REFUSED law
           09:30  sports_office    t2: provider_agrees(yes; a letter)   REFUSED who
           09:31  commerce_deputy  t2: provider_agrees(words: yes and at half the price)  REFUSED signed
           09:31  commerce_deputy  t2: provider_agrees(words: yes and at half the price; signed: the institute's letter)  offered
           09:32  commerce_deputy  t2: seeker_agrees(surely; a note)    REFUSED who
           09:33  sports_office    t2: seeker_agrees(yes; the studio's letter)  offered
           09:40  sports_office    t2: withdraw(no)                     REFUSED who
           09:41  commerce_deputy  t2: withdraw(no)                     REFUSED when
2024-06-03 09:00  sports_office    t2: tell_use(used; on sale since May; a screen)  offered  field.used 1  field.free 1
           09:10  sports_office    t4: propose_match(capital; a loan; a sample studio)  offered
           09:11  commerce_deputy  t4: ask_again(0; no)                 REFUSED field.places
           09:12  sports_office    t4: ask_again(2; ours)               REFUSED who
           09:20  sports_office    t4: decline(they want shares)        offered  field.free 2
           09:21  sports_office    t4: propose_match(capital; a press; a sample printer)  offered
           09:22  sports_office    t4: propose_match(capital; a shop; a sample bookshop)  offered  field.free 0
           09:23  commerce_deputy  t4: ask_again(1; one loan only)      REFUSED when
           09:30  sports_office    t1: propose_match(talent; two designers; a sample studio)  offered
           09:31  commerce_deputy  t1: provider_agrees(gladly; the college's letter)  offered
           09:32  sports_office    t1: seeker_agrees(gladly; the studio's second letter)  offered
           09:33  sports_office    t1: tell_use(ended; they went to Beijing; a letter)  offered  field.used 0
           09:40  commerce_deputy  t2: ask_again(3; a new version)      offered  field.free 3  ask_again by 2024-12-04 00:00
           09:50  commerce_deputy  t2: withdraw(sold)                   withdrawn
           10:00  sports_office    t5: propose_match(market; a stand; a sample studio)  offered
2024-06-20 09:00  clock            t5: -                                t5: offered  overdue match
2024-09-06 09:00  clock            t5: -                                t5: offered  overdue ask_again
