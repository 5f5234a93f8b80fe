# A service is ordered, declined, ordered again, given, done again and rated by whoever it was for. The time bank holds hours up to a limit, and no more than volunteers gave in the
# community: two were given on Friday, and two are drawn.
story: Ordered, given and rated
kind:  care_order
rows: 67
place: 120103004010
2024-04-05 09:00  asker          volunteer_order: offer_work(need: read to the elderly; at: +0d 10:00; hours: 2; risky: no; risks: none; offer.unit: volunteers; offer.group: peace)  offered
           09:10  volunteer      volunteer_order: take(yes; yes)        accepted
           10:00  volunteer      volunteer_order: begin(offline; company; 10:00)  serving
           10:01  asker          volunteer_order: confirm_begin         serving
           12:00  volunteer      volunteer_order: end(2; read; a list of books)  serving
           12:10  asker          volunteer_order: confirm_end(confirmed)  serving
           12:20  asker          volunteer_order: finish                completed
2024-04-08 09:00  care_desk      care_order: ask(service: bath; need: help with bathing once a week; elder: Grandmother Li; address: 13-2-401; agreed: person_by_phone; at: +3d 10:00; paid_by: time_bank; hours: 6)  asked  arrange by 2024-04-10 17:30  owner community
           09:05  care_desk      order(care_station)                    REFUSED when
           09:06  other_care_desk  order(care_station)                  REFUSED who
           09:10  care_desk      correct(+3d 10:00; time_bank; 2; two hours are enough)  asked
           09:15  care_desk      order(care_provider)                   ordered  owner care_station  answer by 2024-04-09 17:30
           09:20  gas_care       accept                                 REFUSED id
           09:30  care_provider  decline(nobody is free on Thursday)    asked
           09:40  care_desk      correct(+4d 10:00; time_bank; 2; Friday)  asked
           09:45  care_desk      order(care_provider)                   ordered
           10:00  care_provider  accept                                 accepted  serve by +4d 12:00
2024-04-12 10:30  care_provider  record_service(a bath; the slip she signed)  served  owner community
           10:40  care_provider  rate(good; she was glad)               REFUSED who
           10:50  care_desk      rate(poor)                             REFUSED when
           11:00  care_desk      do_again(the water was cold)           ordered
           11:10  care_provider  accept                                 accepted
           15:00  care_provider  record_service(a warm bath; the second slip)  served
2024-04-13 09:00  care_desk      rate(good; she was glad)               closed
           09:10  care_desk      more: ask(service: company_at_home; need: somebody to talk to; elder: Uncle Qian; address: 5-1-201; agreed: person_in_person; at: +3d 10:00; paid_by: time_bank; hours: 1)  asked
           09:11  care_desk      more: order(care_provider)             REFUSED when
           09:12  care_desk      more: correct(+3d 10:00; free; reason: the hours are used up)  asked
           09:13  care_desk      more: order(care_provider)             ordered
2024-04-15 09:00  care_desk      meal: ask(service: meal; need: lunch; elder: Grandfather He; address: 1-1-101; agreed: person_in_writing; at: +1d 11:30; paid_by: subsidy)  asked
           09:10  care_desk      meal: order(care_provider)             ordered
           09:20  care_desk      meal: withdraw(his daughter cooks)     withdrawn
