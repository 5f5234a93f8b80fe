# A round that is not wanted any more is dropped while its list is drawn up.
story: The cold did not come
kind:  visit_round
place: 120103004010001
2025-01-06 08:50  aid_worker     none: plan_round(look in before the cold; cold_days; -4; +5d 17:30)  listing
           08:55  aid_worker     none: begin_round                       REFUSED when
           08:56  aid_worker     none: drop_round(a slip of the pen)     dropped
           09:00  aid_worker     later: plan_round(look in before the cold; cold_days; 4; +5d 17:30)  listing
           10:00  aid_worker     later: drop_round(the cold did not come)       dropped
