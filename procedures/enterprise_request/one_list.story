# What is missing is told once. A paper that was forgotten cannot be asked for: the office gets it itself. Two visits at most, each an offer.
story: One list, given once
kind:  enterprise_request
rows:  11
place: 120103004010
2024-03-04 09:00  window           open(subject: a licence for a second room; company: a sample company; about: permit; unit: telecom_company)  REFUSED when
2024-03-04 09:00  window           open(subject: a licence for a second room; company: a sample company; about: permit; unit: sports_bureau)  received  owner sports_bureau  accept by +1d 17:30
           09:05  commerce_deputy  name_officer(p-commerce_deputy; he knows)  REFUSED who
           09:06  commerce_deputy  hand_on(commerce_bureau; ours)     REFUSED who
           09:07  sports_office    hand_on(telecom_company; it is trade)  REFUSED when
           09:07  sports_office    hand_on(commerce_bureau; it is trade)  received  owner commerce_bureau
           09:10  sports_office    give_list(a plan of the room)     REFUSED who
           09:11  commerce_deputy  accept_request                    REFUSED when
           09:12  commerce_deputy  name_officer(p-commerce_deputy; he knows them)  received
           09:13  sports_office    accept_request                    REFUSED who
           09:14  sports_office    wait_for_papers                   REFUSED who
           09:15  commerce_deputy  wait_for_papers                   REFUSED when
           09:20  commerce_deputy  give_list(a plan of the room, the lease, the old licence)  received
           09:21  commerce_deputy  wait_for_papers                   waiting  papers by 2024-04-04 00:00
           09:30  commerce_deputy  give_list(a photo of the door)    REFUSED when
2024-03-05 09:00  window           hand_in#1(the plan)               waiting
           09:01  window           hand_in#2(the lease)              waiting
           09:10  sports_office    check_paper#1(accepted; good)     REFUSED who
           09:11  commerce_deputy  check_paper#1(missing; no scale)  waiting
           09:13  commerce_chief   check_paper#2(accepted; good)     waiting
           09:20  window           hand_in#1(the plan with a scale)  waiting
           09:30  commerce_deputy  check_paper#1(accepted; good)     waiting
           09:40  sports_office    waive_paper#3(no)                 REFUSED who
           09:41  commerce_deputy  waive_paper#3(we gave it ourselves)  handling  handle by 2024-03-19 17:30
           09:50  commerce_deputy  give_list(a photo of the door)    REFUSED when
# Visits.
           10:00  commerce_deputy  offer_visit(+2d 10:00; to see the door)  handling  field.visits 0
           10:01  commerce_deputy  offer_visit(+3d 10:00; to see the yard)  handling
           10:02  commerce_deputy  offer_visit(+4d 10:00; to see the roof)  REFUSED when
           10:10  window           answer_visit_by_paper#1(agreed; signed: their stamped letter; words: come)  handling
           10:11  window           answer_visit_by_paper#2(declined; signed: their second letter; words: no time)  handling
           10:12  commerce_deputy  offer_visit(+4d 10:00; to see the roof)  handling
           10:13  sports_office    cancel_visit#3(no)                REFUSED who
           10:14  commerce_deputy  cancel_visit#3(a photo will do)   handling
2024-03-07 11:00  sports_office    make_visit#1(no)                  REFUSED who
           11:01  commerce_deputy  make_visit#1(the door is wide enough)  handling  field.visits 1
# More time, the answer, and what the enterprise says.
2024-03-15 09:00  commerce_deputy  more_time(+10d 17:30; a week more)  REFUSED who
           09:01  commerce_chief   more_time(+1d 17:30; a day)       REFUSED when
           09:02  commerce_chief   more_time(+10d 17:30; the fire brigade looks on Friday)  handling  handle by 2024-03-25 17:30
2024-03-22 09:00  sports_office    answer(solved; no)                REFUSED who
           09:01  commerce_deputy  answer(partly; the room is licensed, the yard is not, ask the planning office)  answered
           09:10  commerce_deputy  confirm(closed; they said fine)   REFUSED may
           09:11  commerce_deputy  confirm_by_paper(closed; signed: a letter; words: they said fine)  REFUSED who
           09:20  window           confirm_by_paper(handling; signed: a stamped note; words: what of the yard)  handling
2024-03-26 09:00  commerce_deputy  answer(solved; the yard as well)  answered
           09:10  window           confirm_by_paper(closed; words: thank you)  REFUSED signed
           09:11  window           confirm_by_paper(closed; signed: a thank-you letter; words: thank you)  closed
