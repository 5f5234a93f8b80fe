# Nobody touches anything: seven days before its date a node is near and the project yellow, after it the node is missed and the project red. Money counts
# when another unit has checked it. And what is in the way of a project becomes a whistle.
story: A node turns yellow, then red, by the date alone
kind:  project
rows:  2, 4, 7
place: 120103004010
2024-03-04 09:00  commerce_office    open(name: Ten reading rooms; investor: a sample company; origin: tianjin; source: urban_renewal; gain: stock; zone: core; lead: telecom_company; total: 900)  REFUSED when
2024-03-04 09:00  commerce_office    open(name: Ten reading rooms; investor: a sample company; origin: tianjin; source: urban_renewal; gain: stock; zone: core; lead: commerce_bureau; total: 900)  lead
           09:01  commerce_office    name_officer(p-commerce_office; near)  lead
           09:02  commerce_office    begin_talks(rooms stand empty)      talks
           09:03  commerce_office    sign_contract(agreed; 900; the contract)  contracted
           09:04  commerce_office    plan_node(power laid; telecom_company; +30d 17:30)  REFUSED when
           09:04  commerce_office    plan_node(power laid; power_company; +30d 17:30)  contracted
           09:05  commerce_office    plan_node(shelves up; commerce_bureau; +60d 17:30)  contracted
           09:06  commerce_office    register(it stands; +200d 17:30; the licence)  registered  field.light green
2024-03-26 17:00  clock              -                                   registered  field.light green
2024-03-27 17:31  clock              -                                   registered  field.light yellow
2024-04-03 17:31  clock              -                                   registered  field.light red  overdue reach
2024-04-08 09:00  commerce_office    reach_node#1(2024-04-07 17:30; photos)  REFUSED who
           09:01  power_office       reach_node#1(2024-04-07 17:30; photos)  registered  field.light green
           09:10  power_office       check_node#1(checked; good)         REFUSED may
           09:11  commerce_office    check_node#1(checked; good)         REFUSED who
           09:12  statistics_office  check_node#1(missed; the box is empty)  registered  field.light red
           09:20  commerce_office    replace_node#1(no hurry)            REFUSED who
           09:21  supervision        replace_node#1(the cable comes from the other side)  registered  field.light green
# The zones: it leaves one and is counted in the other.
           10:00  power_office       move_zone(centre_one; no)           REFUSED may
           10:01  supervision        move_zone(centre_one; the plan was redrawn)  registered  field.zone centre_one
# Planned and paid in.
           11:00  power_office       set_annual(2024; 400; no)           REFUSED who
           11:01  commerce_office    set_annual(24; 400; the plan)       REFUSED field.year
           11:02  commerce_office    set_annual(2024; 400; the plan)     registered  field.paid_year 0
           11:10  power_office       enter_payment(120; 2024; a slip)    REFUSED who
           11:11  commerce_office    enter_payment(0; 2024; a slip)      REFUSED payment.amount
           11:12  commerce_office    enter_payment(120; 2024; the bank's slip)  registered  field.paid 0
           11:13  commerce_office    enter_payment(80; 2023; the old slip)  registered
           11:14  commerce_office    enter_payment(40; 2024; a promise)  registered
           11:20  commerce_office    check_payment#1(checked; good)      REFUSED who
           11:21  statistics_office  check_payment#1(checked; seen)      registered  field.paid 120  field.paid_year 120
           11:22  statistics_office  check_payment#2(checked; seen)      registered  field.paid 200  field.paid_year 120
           11:23  statistics_office  check_payment#3(rejected; a promise is no payment)  registered  field.paid 200
# What is in the way.
2024-04-10 09:00  power_office       raise_issue(land; no room for the box; power; power_company)  registered
           09:01  power_office       blow_whistle(child.field.question: where may the box stand; child.field.grade: work; child.call.unit: power_company)  REFUSED who
           09:02  street             blow_whistle(child.field.question: where may the box stand; child.field.grade: work; child.call.unit: power_company, city_management)  registered  whistle: called
           09:10  commerce_office    raise_issue(permits; no sign yet; power; city_management)  registered
           09:11  power_office       strike_issue#2(no)                  REFUSED who
           09:12  commerce_office    blow_whistle#2(child.field.question: who signs; child.field.grade: work; child.call.unit: city_management)  REFUSED when
           09:13  commerce_office    strike_issue#2(it came today)       registered
           09:14  commerce_office    raise_issue(funds; a loan; power; power_company)  registered
           09:15  commerce_office    lose(no_funds; they lost heart)     REFUSED when
           09:16  commerce_office    confirm_solved#1(too early)         REFUSED when
           09:17  commerce_office    not_solved#1(too early)             REFUSED when
           09:18  commerce_office    whistle_gone#1(too early)           REFUSED when
           09:20  statistics_office  solve_issue#3(no; paper)            REFUSED who
           09:30  street             whistle: withdraw(the power company said yes by telephone)  withdrawn
           09:31  statistics_office  project: whistle_gone#1(no)         REFUSED who
           09:32  commerce_office    project: whistle_gone#1(they said yes)  registered
2024-04-11 09:00  commerce_office    blow_whistle#1(child.field.question: the box still has no room; child.field.grade: work; child.call.unit: power_company)  registered  whistle: called
           09:10  power_office       whistle: report_in                  convened
           09:20  commerce_office    whistle: propose_item(unit: power_company; gives: labour; what: set the box; by: +10d 17:30)  convened
           09:30  power_office       whistle: agree_item                 convened
           09:40  commerce_office    whistle: start_work(power_company)  working
2024-04-15 09:00  power_office       whistle: finish_item(evidence: a box)  working
           09:10  street             whistle: verify_item(verified)      awaiting_call_back
           09:20  statistics_office  project: not_solved#1(no)           REFUSED who
           09:21  commerce_office    project: not_solved#1(it hums)      registered  whistle: convened
           09:30  commerce_office    whistle: propose_item(unit: power_company; gives: labour; what: a quiet one; by: +10d 17:30)  convened
           09:31  power_office       whistle: agree_item                 convened
           09:32  commerce_office    whistle: start_work(power_company)  working
2024-04-26 09:00  power_office       whistle: finish_item(evidence: a quiet box)  working  project: overdue solve
           09:10  street             whistle: verify_item(verified)      awaiting_call_back
           09:20  statistics_office  project: confirm_solved#1(no)       REFUSED who
           09:21  commerce_office    project: confirm_solved#1(quiet)    registered  whistle: closed
           09:30  power_office       project: solve_issue#3(the bank agreed; a letter)  registered
