# A register of what lies where since when: looked at once a year, and its age told then. What residents do not want stays on the register.
story: The age of a pipe is told each year
kind:  renewal
rows:  66
place: 120103004010
2024-03-04 09:00  gas_works       list_asset(name: gas riser of estate 4; object: pipes; what: pipe; pipe: gas; lead: gas_company; laid: 1998; year: 2024; condition: worn; words: seen; homes: 320; length: 900)  listed  field.age 26  look by 2025-03-05 00:00
2024-06-03 09:00  community       whistle: blow(question: it smells of gas; grade: urgent; object: pipes; unit: gas_company)  called
           09:10  gas_works       renewal: link_matter(whistle)      listed
2025-02-20 09:00  gas_works       renewal: look_again(1990; sound; a slip)  REFUSED law
           09:01  gas_works       renewal: look_again(2025; leaking; two joints)  listed  field.age 27  look by 2026-02-21 00:00
           09:10  gas_works       propose(two joints leak)           asking
           09:20  gas_works       leave_it(the joints were changed)  listed
           09:30  gas_works       propose(a grant came)              asking
2025-02-24 17:00  community_asker  count_opinions(a new riser; 320; 300; 4; 6; sheet: the counted sheet 1)  asking
           17:10  gas_works       go_on                              planning
           17:20  gas_works       begin(400; +90d 17:30; the order)  working
           17:30  gas_works       finish_work(done; photos)          REFUSED when
2025-03-03 09:00  gas_works       old: list_asset(name: lift of house 2; object: park; what: lift; pipe: no_pipe; lead: gas_company; laid: 1996; year: 2025; condition: worn; words: seen; homes: 40)  listed  field.age 29
           09:10  street_acceptor_two  old: retire(the house was pulled down)  retired
2025-03-04 09:00  gas_works       late: list_asset(name: lift of house 3; object: park; what: lift; pipe: no_pipe; lead: gas_company; laid: 1996; year: 2025; condition: worn; words: seen; homes: 40)  listed
2026-03-10 09:00  clock           late: -                            late: listed  overdue look
