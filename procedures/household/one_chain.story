# Three departments on one household: needs against departments in one plan. Without consent nobody is asked; a department that declines says why; the
# household says whether the help came.
story: Three departments on one household
kind:  household
rows:  72
place: 120103004010001
2024-03-04 09:00  aid_worker     open(a mother who is ill, two who go to school, the father lost his work; hardship; 4; Wang; 13800000005)  following  owner community  look by 2024-06-05 00:00
           09:10  aid_worker     note_need(medical; a dialysis each week)  following
           09:11  aid_worker     note_need(schooling; the fees of autumn)  following
           09:12  aid_worker     note_need(job; work near by)            following
           09:20  aid_clerk      plan_help#1(health_office; the share that is left; +30d 17:30)  REFUSED who
           09:21  aid_worker     plan_help#1(community; we do it; +30d 17:30)  REFUSED law
           09:22  aid_worker     plan_help#1(health_office; the share that is left; +30d 17:30)  following
           09:23  aid_worker     plan_help#2(school_office; no fees; +30d 17:30)  following
           09:24  aid_worker     plan_help#3(jobs_office; work near by; +30d 17:30)  following
           09:25  aid_worker     plan_help#3(sports_bureau; a coach; +30d 17:30)  following
           09:26  aid_worker     strike_referral#4(not his trade)        following
           09:30  aid_worker     refer#1                                 REFUSED when
           09:31  health_office  accept_referral#1                       REFUSED id
           09:40  aid_worker     record_consent(referral; +300d 17:30; the signed sheet)  following
           09:50  aid_clerk      refer#1                                 REFUSED who
           09:51  aid_worker     refer#1                                 following  answer by 2024-03-11 17:30
           09:52  aid_worker     refer#2                                 following
           09:53  aid_worker     refer#3                                 following
           10:00  health_office  accept_referral#2                       REFUSED who
           10:01  health_office  decline_referral#2(no)                  REFUSED who
           10:02  health_office  accept_referral#1                       following  help by 2024-04-03 17:30
           10:03  school_office  accept_referral#2                       following
           10:04  jobs_office    decline_referral#3(nothing near by before May)  following
2024-03-11 09:00  school_office  finish_referral#1(paid; a slip)         REFUSED who
           09:01  health_office  finish_referral#1(paid; a slip)         following
           09:10  aid_clerk      verify_referral#1(verified; it came)    REFUSED who
           09:11  aid_worker     verify_referral#1(accepted; only half of it)  following
           09:20  health_office  finish_referral#1(all of it; the second slip)  following
           09:30  aid_worker     verify_referral#1(verified; it came)    following
           09:40  school_office  finish_referral#2(no fees; the letter of the school)  following
           09:50  aid_worker     close(they do well)                     REFUSED when
           10:00  aid_worker     verify_referral#2(verified; they have it)  following
           10:10  aid_worker     settle_need#1(met; it came)             following
           10:20  aid_worker     settle_need#3(struck; he found work himself)  following
           10:30  aid_worker     take_back_consent#1                     following
           10:40  aid_worker     plan_help#2(school_office; a lamp; +30d 17:30)  following
           10:41  aid_worker     refer#5                                 REFUSED when
           10:50  aid_clerk      look_again(fine)                        REFUSED who
2024-05-30 09:00  aid_worker     look_again(both work now)               following  look by 2024-08-31 00:00
           09:10  aid_clerk      close(they do well)                     REFUSED who
           09:20  aid_worker     close(they do well)                     closed
