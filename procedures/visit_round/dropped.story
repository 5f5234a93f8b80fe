# A round that is not wanted any more is dropped while its list is drawn up.
story: The cold did not come
kind:  visit_round
place: 120103004010001
2025-01-06 08:50  aid_worker     none: plan_round(look in before the cold; cold_days; -4; +5d 17:30)  REFUSED when
           09:00  aid_worker     plan_round(look in before the cold; cold_days; 4; +5d 17:30)  listing
           10:00  aid_worker     drop_round(the cold did not come)       dropped
