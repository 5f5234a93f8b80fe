# A helper from outside sees the visit and not the file; the pairing ends when the household says so, and no reason is asked.
story: The helper sees the visit only
kind:  household
rows:  71
place: 120103004010001
2024-03-04 09:00  aid_worker     household: open(an old man who lives alone; hardship; 1; Zhao)  following
           09:10  aid_worker     pair(p-aid_visitor; sports_bureau)          REFUSED when
           09:20  aid_worker     record_consent(pairing; +90d 17:30; the signed sheet)  following
           09:30  aid_clerk      pair(p-aid_visitor; sports_bureau)          REFUSED who
           09:30  aid_worker     pair(p-aid_visitor; personnel)             REFUSED law
           09:31  aid_worker     pair(p-aid_visitor; sports_bureau)          following
           09:40  aid_clerk      send_helper(child.field.what: look in; child.field.by: +5d 17:30; child.field.contact: Zhao, building 13)  REFUSED who
           09:41  aid_worker     send_helper(child.field.what: look in; child.field.by: +5d 17:30; child.field.contact: Zhao, building 13)  following  visit_task: offered
           10:00  aid_visitor    look_again(let me see)                  REFUSED id
           10:10  aid_visitor    visit_task: accept                      accepted
2024-03-07 10:00  aid_visitor    visit_task: note_visit(2; he wants to play chess)  visited
           10:10  aid_worker     visit_task: confirm(he asked for him again)  confirmed
           11:00  aid_worker     household: end_pairing                  following
           11:10  aid_worker     household: send_helper(child.field.what: look in; child.field.by: +5d 17:30; child.field.contact: Zhao, building 13)  REFUSED step
           11:20  aid_worker     household: pair(p-aid_visitor; sports_bureau)  following
           11:30  aid_worker     household: note_no(pairing; he wants nobody now)  following
           11:31  aid_worker     household: pair(p-aid_visitor; sports_bureau)  REFUSED when
           11:32  aid_worker     household: send_helper#2(child.field.what: look in; child.field.by: +5d 17:30; child.field.contact: Zhao, building 13)  REFUSED step
           11:40  aid_worker     household: record_consent(pairing; +30d 17:30; the second sheet)  following
           11:50  aid_worker     household: pair(p-aid_visitor; sports_bureau)  following
# The consent runs out by itself.
2024-06-03 09:00  aid_worker     household: pair(p-aid_visitor; sports_bureau)  REFUSED when
           09:10  aid_worker     household: send_helper#3(child.field.what: look in; child.field.by: +5d 17:30; child.field.contact: Zhao, building 13)  REFUSED when
