# Silence is no; a meeting that did not take place is arranged anew; whoever booked it may take it back.
story: Nobody answers, nobody came, taken back
kind:  legal_consult
rows:  45
place: 120103004010001001
2024-03-04 09:00  resident       book(may I keep the deposit?; renting)  booked
           09:10  legal_desk     ask_adviser(p-judge)                    booked
2024-03-06 17:40  judge          take(+1d 15:00)                         REFUSED id
           17:45  legal_desk     ask_adviser(p-lawyer)                   booked
           17:50  lawyer         take(+1d 15:00)                         agreed
           17:55  lawyer         not_met(I was ill)                      REFUSED may
2024-03-08 09:00  legal_desk     not_met(the lawyer was ill)             booked
           09:10  legal_desk     withdraw(not needed)                    REFUSED who
           09:20  resident       withdraw(settled with the landlord)     withdrawn
           10:00  legal_opener   second: book(who inherits; inheritance; by_phone)  booked
           10:05  legal_opener   second: ask_adviser(p-lawyer)           REFUSED who
           10:10  legal_desk     second: ask_adviser(p-lawyer)           booked
           10:20  lawyer         second: take(+1d 15:00)                 agreed
           10:25  legal_opener   second: not_met(he did not come)        REFUSED who
           10:30  lawyer         second: give_opinion(his children; a signed paper)  answered
           10:40  legal_opener   second: ask_more(and his wife?)         REFUSED who
           10:50  legal_opener   second: close_consult                   REFUSED who
2024-03-24 00:01  clock          second: -                               second: closed
# Asked of somebody who is not of the legal roster: nothing is shown to them.
           09:00  resident       wrong: book(who pays for the wall?; neighbours)  booked
           09:10  legal_desk     wrong: ask_adviser(p-mediator)           booked
           09:20  mediator       wrong: withdraw(let me see)              REFUSED id
