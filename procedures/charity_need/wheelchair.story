# A need is put out without saying whose it is, offers are accepted up to what is needed, and what was delivered is signed for by somebody else.
story: Two wheelchairs
kind:  charity_need
rows:  74
place: 120103004010001
2024-03-04 09:00  aid_worker     note(two wheelchairs for two who do not leave the house; aids; 2; +30d 17:30)  drafted  owner street  read by 2024-03-06 17:30
           09:05  charity_outsider  put_out(nobody is named)             REFUSED who
           09:10  charity_clerk  put_out(nobody is named)                offered_out  match by 2024-04-03 17:30
           10:00  charity_partner  offer(enterprise; 0)                  REFUSED law
           10:00  charity_partner  offer(enterprise; -1)                 REFUSED law
           10:01  charity_partner  offer(enterprise; 1; 13800000004)     offered_out
           10:02  charity_partner  offer(enterprise; 2)                  offered_out
           10:03  charity_partner  offer(charity; 1)                     offered_out
           10:10  charity_outsider  accept_pledge#1                      REFUSED who
           10:11  charity_clerk  accept_pledge#1                         offered_out
           10:12  charity_clerk  accept_pledge#2                         REFUSED when
           10:13  charity_outsider  decline_pledge#2(enough)             REFUSED who
           10:14  charity_clerk  decline_pledge#2(thank you, one is enough)  offered_out
           10:15  charity_clerk  accept_pledge#3                         matched
           10:20  charity_partner  withdraw_pledge#3                     offered_out
           10:30  aid_worker     withdraw_need(no more)                  REFUSED when
           11:00  charity_partner  offer(resident; 1)                    offered_out
           11:10  charity_clerk  accept_pledge#4                         matched
2024-03-06 09:00  charity_outsider  deliver#1(a photo of the chair)      REFUSED who
           09:01  charity_clerk  deliver#1(a photo of the chair)         matched
           09:10  charity_clerk  sign_receipt#1(they have it)            REFUSED who
           09:20  aid_worker     sign_receipt#1(they have it)            matched
           10:00  charity_clerk  deliver#4(a photo of the other)         matched
           10:10  aid_worker     sign_receipt#4(they have it)            closed
           11:00  aid_worker     gone: note(a bed; aids; -1; +30d 17:30)  drafted
           11:10  charity_clerk  gone: put_out(nobody is named)          REFUSED when
           11:20  aid_worker     gone: withdraw_need(the daughter brought one)  withdrawn
           11:30  charity_clerk  own: note(a cupboard; daily_goods; 1; +30d 17:30)  drafted
           11:31  charity_clerk  own: put_out(nobody is named)           REFUSED who
