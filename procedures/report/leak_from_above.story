# Story 4 of the page, the report half: on a routine visit a grid worker finds a flat flooded from the balcony above,
# whose drain is blocked by stored clutter. Registered once, tried at the lowest level, tried again, agreed.
# (The mediation of the dispute itself is a procedure of its own.)
story: A leak from above
kind:  report
rows:  19, 34
place: 120103004010001001
2023-04-10 10:00  grid_worker       report(what: water from the balcony above, its drain is blocked by clutter; where: flat 301)  reported  owner grid_team
           10:05  community         accept(category: pipes; grade: simple)  accepted  answer by 2023-04-17 17:30
           10:10  grid_worker       try_to_agree(level: micro_grid; with: both neighbours)  settling  owner grid_team
           11:00  grid_worker       attempt_result(failed; upstairs will not move the boxes)  settling
           11:10  grid_worker       pass_up(they shout at each other)    settling  owner grid_team
           11:15  grid_worker       pass_up(the committee knows them)    settling  owner community
           11:30  community         try_again(with: both neighbours and the building head)  settling
           16:00  community         attempt_result(agreed; boxes go today, the drain is cleared tomorrow)  settling
2023-04-11 15:00  grid_worker       settle(balcony cleared, drain open; before: flooded floor; after: dry floor)  awaiting_call_back  owner grid_team
           16:00  grid_worker       call_back                            REFUSED may
           16:05  community         call_back                            awaiting_call_back
           16:10  community         record_answer(solved; dry)           awaiting_call_back
           16:11  community         close                                closed
