# A law firm pledges four hours a month; what is used is confirmed by another than who noted it, and no more than was pledged. With the month it begins anew.
story: Four hours a month
kind:  partner
rows: 50
place: 120103004010
2024-03-04 09:00  partner_clerk  propose(name: Mingli law firm; sector: law; resource: hours; amount: 4; until: 2025-03-03 17:30)  proposed  agree by 2024-03-18 17:30
           09:10  partner_clerk  agree(active; the agreement)           REFUSED who
           09:20  partner_head   agree(active; the agreement)           active  field.used 0
2024-03-12 16:00  partner_clerk  note_use(0; 14:00; 120103004010001; nobody came)  REFUSED use.amount
           16:01  partner_clerk  note_use(3; 14:00; 120103004010001; questions about a will)  active  confirm_use by 2024-03-19 17:30
           16:10  partner_clerk  confirm_use                            REFUSED who
           16:19  partner_head   confirm_use                            REFUSED slip
           16:20  partner_head   confirm_use(the firm's slip)           active  field.used 3
2024-03-20 16:00  partner_clerk  note_use(2; 14:00; 120103004010001; a talk about leases)  active
           16:10  partner_head   confirm_use#2(a second slip)           REFUSED when
           16:20  partner_head   strike_use#2(it was one hour)          active
           16:30  partner_clerk  note_use(1; 14:00; 120103004010001; a talk about leases)  active
           16:40  partner_head   confirm_use#3(a third slip)            active  field.used 4
2024-04-05 00:01  clock          -                                      active  field.used 0
2024-04-10 09:00  partner_head   change_pledge(6; the second agreement)  active
           16:00  partner_clerk  note_use(5; 14:00; 120103004010001; a day of advice)  active
           16:10  partner_head   confirm_use#4(a fourth slip)           active  field.used 5
           16:20  partner_head   change_pledge(4; the third agreement)  REFUSED when
2025-02-10 08:59  partner_head   prolong(2025-03-01 17:30; the third agreement)  REFUSED when
           09:00  partner_head   prolong(2025-06-03 17:30; the third agreement)  active  term by 2025-06-03 17:30
2025-06-04 09:00  clock          -                                      ended
2025-06-05 09:00  partner_clerk  hall: propose(name: The school; sector: school; resource: room; amount: 2; until: +300d 17:30)  proposed
           09:10  partner_head   hall: agree(declined; their letter)    declined
           09:20  partner_clerk  shop: propose(name: The bookshop; sector: enterprise; resource: goods; amount: 20; until: +300d 17:30)  proposed
           09:29  partner_other  shop: withdraw(they move)              REFUSED who
           09:30  partner_clerk  shop: withdraw(they move)              withdrawn
