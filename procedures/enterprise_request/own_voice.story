# Whether it is settled, whether somebody may come, whether it is still wanted: the enterprise says so itself. An office cannot type a yes for it.
story: The enterprise answers for itself
kind:  enterprise_request
rows:  11
place: 120103004010
2024-03-04 09:00  printer          open(subject: a second exit for the hall; company: a sample printing company; about: permit; unit: commerce_bureau)  received  field.enterprise printers
           09:10  commerce_deputy  name_officer(p-other_mediator; he has time)  REFUSED when
           09:11  commerce_deputy  name_officer(p-commerce_deputy; near)  received
           09:20  commerce_deputy  give_list(a plan)                 received
           09:21  commerce_deputy  wait_for_papers                   waiting
           09:30  commerce_deputy  hand_in#1(a plan we drew)         REFUSED who
           09:31  printer          hand_in#1(the plan)               waiting
           09:40  commerce_chief   check_paper#1(accepted; good)     handling
           10:00  commerce_deputy  offer_visit(+2d 10:00; to see the hall)  handling
           10:05  commerce_deputy  answer_visit#1(agreed; they said yes)  REFUSED may
           10:06  other_printer    answer_visit#1(agreed; why not)   REFUSED who
           10:07  commerce_chief   answer_visit_by_paper#1(agreed; signed: a letter; words: they said yes)  REFUSED who
           10:08  printer          answer_visit#1(declined; a photo must do)  handling
2024-03-06 09:00  commerce_deputy  answer(solved; the exit may be built)  answered
           09:10  commerce_chief   confirm(closed; fine)             REFUSED may
           09:11  other_printer    confirm(closed; fine)             REFUSED who
           09:12  printer          confirm(handling; the paper names another hall)  handling
           09:20  window           withdraw(enough)                  REFUSED who
           09:30  commerce_deputy  answer(solved; it names the right hall now)  answered
           09:40  printer          confirm(closed; that is it)       closed
