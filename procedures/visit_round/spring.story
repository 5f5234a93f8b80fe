# Before the festival every household that is due is visited, or a reason says why not; until then the round does not end.
story: Three doors before the Spring Festival
kind:  household
rows:  17
place: 120103004010001
2025-01-06 09:00  aid_worker     one: open(an old couple on the fifth floor; hardship; 2; Zhao)  following
           09:01  aid_worker     two: open(a mother and a child; hardship; 2; Qian)  following
           09:02  aid_worker     three: open(a man who cannot walk; hardship; 1; Sun)  following
           09:10  aid_worker     visit_round: plan_round(rice, oil and a word; spring_festival; 3; +18d 17:30)  listing  list by 2025-01-13 17:30  owner street
           09:20  aid_worker     visit_round: list_households(one, two)  listing
           09:30  aid_worker     visit_round: begin_round                REFUSED when
           09:31  aid_worker     visit_round: list_households(two)       REFUSED law
           09:32  aid_clerk      visit_round: list_households(three)     listing
           09:33  aid_clerk      visit_round: strike_household#3(the wrong line)  listing
           09:34  aid_clerk      visit_round: list_households(three)     listing
           09:40  aid_worker     visit_round: begin_round                visiting  round by 2025-01-24 17:30  owner community
           09:50  aid_worker     visit_round: drop_round(no)             REFUSED step
           09:55  aid_worker     cold: open(a widower; hardship; 1; He)  following
2025-01-15 09:50  aid_worker     visit_round: note_visited#1(-1; nothing)  REFUSED when
           10:00  aid_worker     visit_round: note_visited#1(1; the lift stands still, reported)  visiting
           11:00  aid_clerk      visit_round: close_round(all done)      REFUSED when
           11:30  aid_worker     visit_round: note_not_visited#2(away)   visiting
2025-01-20 10:00  aid_clerk      visit_round: close_round(all done)      REFUSED when
           10:10  aid_worker     visit_round: note_visited#4(2; a ramp is missing)  visiting
           10:20  aid_worker     visit_round: close_round(all done)      REFUSED who
           10:30  aid_clerk      visit_round: close_round(two met, one away until March)  closed
