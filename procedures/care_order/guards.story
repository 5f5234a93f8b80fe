# Each of the two sides does its own part: the community orders, the provider serves, and neither does the other's.
story: Each its own part
kind:  care_order
place: 120103004010
2024-04-08 09:00  care_desk      ask(service: small_repair; need: the tap drips; elder: Uncle Sun; address: 2-1-302; agreed: person_in_person; at: +2d 10:00; paid_by: self)  asked
           09:05  care_desk      none: ask(service: small_repair; need: the tap; elder: Uncle Sun; address: 2-1-302; agreed: no; at: +2d 10:00; paid_by: self)  REFUSED field.agreed
           09:07  care_desk      correct(+2d 10:00; self; -2; less)     REFUSED when
           09:10  care_eager     order(care_provider)                   REFUSED id
           09:20  care_desk      order(care_provider)                   ordered
           09:30  care_everything  accept                               REFUSED who
           09:31  care_everything  decline(no)                          REFUSED who
           09:40  care_provider  accept                                 accepted
           09:50  care_everything  record_service(the tap; a photo)     REFUSED who
2024-04-10 10:00  care_provider  record_service(the tap; a photo)       served
           10:10  care_provider  do_again(once more)                    REFUSED who
           10:20  care_desk      rate(poor; it drips again, he will call his nephew)  closed
2024-04-11 09:00  care_everything  mine: ask(service: cleaning; need: windows; elder: Aunt Zhou; address: 3-1-501; agreed: person_in_person; at: +2d 10:00; paid_by: free)  asked
           09:10  care_everything  mine: order(care_provider)           ordered
           09:20  care_provider  mine: accept                           accepted
           09:30  care_provider  mine: withdraw(no)                     REFUSED who
           09:31  care_provider  mine: correct(+3d 10:00; free; reason: no)  REFUSED step
           09:40  care_provider  mine: decline(the car broke down)      asked
           09:50  care_provider  mine: correct(+3d 10:00; free; reason: no)  REFUSED who
           09:51  care_provider  mine: order(care_provider)             REFUSED who
           10:00  care_everything  mine: withdraw(her son came)         withdrawn
           11:00  care_desk      none: ask(service: small_repair; need: the tap; elder: Uncle Sun; address: 2-1-302; agreed: person_by_phone; at: +2d 10:00; paid_by: self; hours: -2)  asked
           11:01  care_desk      none: order(care_provider)             REFUSED when
           11:02  care_desk      none: withdraw(a slip of the pen)      withdrawn
