# Consent taken back ends what rested on it: the department that was asked sees the file no longer, the hours stop, and nothing else of the household changes.
story: What rested on a consent ends with it
kind:  household
rows:  72
place: 120103004010001
2024-03-04 09:00  aid_worker     open(a couple, both ill; hardship; 2; Zhao)  following
           09:10  aid_worker     note_need(medical; the share that is left)  following
           09:20  aid_worker     record_consent(referral; +300d 17:30; the signed sheet)  following
           09:21  aid_worker     record_consent(service; +300d 17:30; the other sheet)  following
           09:30  aid_worker     plan_help#1(health_office; the share that is left; +30d 17:30)  following
           09:31  aid_worker     refer#1                                 following
           09:40  aid_worker     grant_service(counselling; community; 4; +60d 17:30)  following
           10:00  health_office  accept_referral#1                       following
2024-03-06 09:00  aid_worker     take_back_consent#1                     following
           09:10  health_office  finish_referral#1(paid; a slip)         REFUSED id
           09:20  aid_worker     deliver_hours#1(1; what she signed)     following
           09:30  aid_worker     note_no(service; they want quiet)       following
           09:40  aid_worker     deliver_hours#1(1; another sheet)       REFUSED step
           09:50  aid_worker     grant_service(visiting; community; 4; +60d 17:30)  REFUSED when
