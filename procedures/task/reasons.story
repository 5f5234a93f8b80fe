# Each reason for a light by itself: a milestone missed early on, a silence of thirty days, the end of the term. A report ends the silence.
story: Why a light turns
kind:  task
place: 120103
2024-03-04 09:00  supervision    node: set_task(space; a square; plan it; sports_bureau; +300d 09:00)  drafted
           09:05  supervision    node: add_last_milestone(a plan; sports_bureau; +3d 09:00)  drafted
           09:10  supervision    node: issue                            signing
           09:20  sports_office  node: agree                            working
           10:00  supervision    quiet: set_task(investment; a bridge; build it; sports_bureau; +300d 09:00)  drafted
           10:05  supervision    quiet: add_last_milestone(a bridge; sports_bureau; +290d 09:00)  drafted
           10:10  supervision    quiet: issue                           signing
           10:20  sports_office  quiet: agree                           working
           11:00  supervision    over: set_task(industries; five rooms; let them; sports_bureau; +10d 09:00)  drafted
           11:05  supervision    over: add_last_milestone(let; sports_bureau; +10d 09:00)  drafted
           11:10  supervision    over: issue                            signing
           11:20  sports_office  over: agree                            working
2024-03-06 12:00  supervision    node: issue_slip(the plan?)            REFUSED when
2024-03-08 12:00  supervision    node: issue_slip(the plan?)            working
           12:10  leader         node: summon(the plan?)                REFUSED when
2024-03-13 12:00  sports_office  over: finish_milestone(five contracts)  working
           12:10  supervision    over: check_milestone(checked; read them)  working
           12:20  leader         over: summon(the rooms?)               REFUSED when
2024-03-15 12:00  leader         over: summon(the rooms?)               over: working  overdue finish
2024-04-02 12:00  supervision    quiet: issue_slip(no word from you)    REFUSED when
2024-04-04 12:00  supervision    quiet: issue_slip(no word from you)    quiet: working  overdue report
           12:10  sports_office  quiet: report_progress(the piers stand)  working
           12:20  sports_office  quiet: answer_slip(we have reported)   working
           12:30  supervision    quiet: settle_slip(settled; good)      working
2024-04-06 12:00  supervision    quiet: issue_slip(no ground)           REFUSED when
# A hand shows red for two weeks; what the watch says meanwhile is kept, and shown when the cover ends.
2024-04-28 12:00  supervision    quiet: set_light(red; the bridge shook)  quiet: working  override by 2024-05-13 00:00
2024-05-06 12:00  leader         quiet: summon(did it shake?)           quiet: working
2024-05-13 00:01  leader         quiet: summon(does it still?)          REFUSED when
           00:02  supervision    quiet: issue_slip(no word for a month)  working
