# Small things are settled at the lowest level; what is not settled climbs by itself; extensions, holds and returns
# have their rules.
story: Settled low, climbed high
kind:  report
rows:  19, 46, 48
place: 120103004010001001
2023-03-06 09:00  grid_worker       report(a neighbour drills at noon)   reported  owner grid_team
           09:05  grid_worker       settle(spoke with both; after: a note on the door)  awaiting_call_back
           09:30  community         call_back                            awaiting_call_back
           09:31  community         record_answer(not_reached)           awaiting_call_back
           10:30  community         call_back                            awaiting_call_back
           10:31  community         record_answer(not_reached)           awaiting_call_back
           11:30  community         call_back                            awaiting_call_back
           11:31  community         record_answer(not_reached)           awaiting_call_back
           11:40  community         close                                closed
2023-03-07 09:00  grid_worker       second: report(bicycles block the stairs)  reported
           09:10  community         second: accept(category: noise; grade: general)  accepted
           09:12  community         second: blow_whistle(child.field.question: who; child.field.grade: work; child.call.unit: property_company)  REFUSED when
           09:15  grid_worker       second: try_to_agree(level: micro_grid; with: the two families)  settling  owner grid_team  settle by +1d 09:15
           09:20  grid_worker       second: pass_up(no)                  REFUSED when
           10:00  grid_worker       second: attempt_result(failed; they did not come)  settling
           10:05  community         second: pass_up(no)                  REFUSED who
           10:06  grid_worker       second: pass_up(the whole grid must hear it)  settling  owner grid_team  settle by +1d 10:06
           10:10  community         second: try_again(with: the stairs)  REFUSED who
           10:20  grid_worker       second: try_again(with: all who park there)  settling  settle by +1d 10:06
           10:30  grid_worker       second: pass_up(needs the community)  settling  owner community  settle by +1d 10:30
2023-03-08 11:00  clock             second: -                            settling  owner street
           11:30  street            second: dispatch(unit: property_company; remark: their stairs)  handling  owner property_company
           11:55  property_company  second: ask_extension(until: +1d 09:00; reason: earlier, please)  REFUSED when
           12:00  property_company  second: ask_extension(until: +20d 17:30; reason: racks are ordered)  handling
           12:05  property_company  second: ask_extension(until: +21d 17:30; reason: again)  REFUSED when
           12:10  property_company  second: rule_extension(approved; fine)  REFUSED who
           12:20  property_boss     second: rule_extension(approved; fine)  handling  handle by +20d 17:30  answer by +20d 17:30
           12:30  property_company  second: ask_extension(until: +25d 17:30; reason: once more)  REFUSED when
2023-03-09 09:00  property_company  second: ask_hold(the racks come in summer)  handling
           09:30  property_boss     second: rule_hold(approved; until July)  on_hold
2023-04-20 09:00  property_company  second: resume(the racks are here)   handling  handle by 2023-05-09 17:00
           15:00  property_company  second: finish(racks stand; after: photo)  awaiting_call_back
           15:10  grid_worker       second: say_solved                   REFUSED may
           16:00  community         second: call_back                    awaiting_call_back
           16:05  community         second: record_answer(solved; tidy)  awaiting_call_back
           16:06  community         second: close                        closed
