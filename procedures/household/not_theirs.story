# A department that helps sees the plan and does its part; needs, benefits and payments of the household are settled by the community and the subdistrict.
story: What a department does not settle
kind:  household
place: 120103004010001
2024-03-04 09:00  aid_worker     open(a couple, both ill; hardship; 2; Zhao)  following
           09:10  aid_worker     note_need(medical; the share that is left)  following
           09:11  aid_worker     record_consent(referral; +300d 17:30; the signed sheet)  following
           09:12  aid_worker     record_consent(service; +300d 17:30; the other sheet)  following
           09:20  aid_worker     plan_help#1(health_office; the share that is left; +30d 17:30)  following
           09:21  aid_worker     refer#1                                 following
           09:30  aid_worker     grant_service(counselling; health_office; 2; +60d 17:30)  following
           09:31  aid_worker     raise_warning(hotline; no medicine left)  following
           09:32  aid_worker     visit_warning#1(confirmed; a photo of the box)  following
           09:33  aid_worker     note_payment(1; medical; health_office; 800)  following
           10:00  health_office  accept_referral#1                       following
           10:01  health_office  settle_need#1(met; paid)                REFUSED who
           10:02  health_office  end_service#1(enough)                   REFUSED who
           10:03  health_office  act_on_warning#1(we sent some)          REFUSED who
           10:04  health_office  note_benefit(medical; +60d 17:30)       REFUSED who
           10:05  aid_worker     note_benefit(medical; +60d 17:30)       following
           10:06  health_office  renew_benefit#1(+90d 17:30; a sheet)    REFUSED who
           10:07  health_office  end_benefit#1(enough)                   REFUSED who
           10:08  health_office  return_payment#1(a mistake)             REFUSED who
           10:10  health_office  deliver_hours#1(1; what she signed)     following
