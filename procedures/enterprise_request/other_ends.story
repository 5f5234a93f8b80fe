# Who sends no papers is not turned away; who no longer wants it withdraws. An answer waits for what is on the list.
story: Papers that never came
kind:  enterprise_request
rows:  11
place: 120103004010
2024-03-04 09:00  window           open(subject: rooms for a studio; company: a sample company; about: site; unit: commerce_bureau)  received
           09:10  commerce_deputy  name_officer(p-commerce_deputy; near)  received
           09:20  commerce_deputy  give_list(a plan, a register)     received
           09:30  commerce_deputy  accept_request                    handling
           09:40  commerce_deputy  answer(solved; two rooms)         REFUSED when
           09:50  window_mate      withdraw(they found rooms)        REFUSED who
           09:51  window           withdraw(they found rooms)        withdrawn
           10:00  window           slow: open(subject: a loan; company: another sample company; about: loan; unit: commerce_bureau)  received
           10:10  commerce_deputy  slow: name_officer(p-commerce_deputy; near)  received
           10:20  commerce_deputy  slow: give_list(a balance sheet)  received
           10:30  commerce_deputy  slow: wait_for_papers             waiting
2024-04-04 00:01  clock            slow: -                           slow: handling
2024-04-05 09:00  commerce_deputy  slow: answer(not_possible; the bank wants two years, the fund of the city does not, ask there)  answered
2024-04-15 09:00  clock            slow: -                           slow: answered  overdue confirm
