# One cause is paid for once, whoever pays; the same benefit does not run twice; and a renewal that was missed is found by itself.
story: Paid once, renewed in time
kind:  household
rows:  80
place: 120103004010001
2024-03-04 09:00  aid_worker     open(the kitchen burned out; hardship; 4; Li)  following
           09:10  aid_worker     note_need(disaster; the fire of 2 March)  following
           09:20  aid_clerk      note_payment(1; temporary; street; 1500)  following
           09:30  aid_clerk      note_payment(1; disaster; civil_affairs; 2000)  REFUSED law
           09:31  aid_clerk      note_payment(7; disaster; civil_affairs; 2000)  REFUSED law
           09:32  aid_clerk      note_payment(1; disaster; civil_affairs; 0)  REFUSED law
           09:33  aid_clerk      note_payment(1; disaster; civil_affairs; -7)  REFUSED law
           09:40  aid_clerk      return_payment#1(the insurance pays)    following
           09:50  aid_clerk      note_payment(1; disaster; civil_affairs; 2000)  following
           10:00  aid_worker     note_benefit(subsistence; +60d 17:30)   following  renew by 2024-05-03 17:30
           10:10  aid_worker     note_benefit(subsistence; +90d 17:30)   REFUSED law
           10:20  aid_worker     note_benefit(medical; +30d 17:30)       following
2024-04-01 09:00  aid_worker     renew_benefit#2(+180d 17:30; the new sheet)  following  renew by 2024-09-28 17:30
# The other one is forgotten. On 3 May it is found, and somebody has five working days.
2024-05-06 09:00  clock          -                                       following  catch_up by 2024-05-10 17:30
           09:10  aid_worker     close(done)                             REFUSED when
           09:20  aid_worker     renew_benefit#1(+180d 17:30; the sheet)  following
           09:30  aid_worker     end_benefit#3(he is well again)         following
