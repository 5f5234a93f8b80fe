# What was granted once is paid once: all payments together stay within it, none is negative, and neither an urgent case's voucher nor the number of
# another application pays again.
story: A voucher of another matter
kind:  aid_application
rows:  80
place: 120103004010001
2024-03-04 09:00  aid_clerk     urgent_aid: open(need: the kitchen burned out; category: hardship; cause: fire; how_known: asked; applicant: Wang)  reported
           09:10  aid_clerk     urgent_aid: confirm_urgent(no kitchen)   helping
           09:20  aid_clerk     urgent_aid: propose(form: cash; what: a week; amount: 700)  helping
           09:30  aid_approver  urgent_aid: approve#1                    helping
           09:40  aid_cashier   urgent_aid: pay#1(3001; his signature)   papers
           10:00  aid_worker    aid_application: open(need: the rent; category: hardship; family: temporary; people: 2; applicant: Wang)  received
           10:10  aid_worker    aid_application: record_consent(check; +60d 17:30; the signed letter)  received
           10:20  aid_clerk     aid_application: sort_out(temporary; ours)  checking
           10:30  aid_clerk     aid_application: check_income(900; household_says)  checking
           10:40  aid_worker    aid_application: note_no(check; no more of it)  checking
           10:41  aid_clerk     aid_application: check_income(900; bank)  REFUSED when
           10:45  aid_clerk     aid_application: visit_home(2; in without asking; a note)  REFUSED when
           10:46  aid_worker    aid_application: record_consent(check; +60d 17:30; the second letter)  checking
           10:50  aid_clerk     aid_application: visit_home(2; as they say; a note)  checking
           11:00  aid_clerk     aid_application: publish_opinion(once; -1000; as the checks say)  REFUSED when
           11:01  aid_clerk     aid_application: publish_opinion(once; 1000; as the checks say)  publicising
2024-03-13 09:00  aid_approver  aid_application: grant(-1000; yearly; agreed)  REFUSED when
           09:00  aid_approver  aid_application: grant(1001; yearly; a little more)  REFUSED when
           09:01  aid_approver  aid_application: grant(1000; yearly; agreed)  paying
           09:10  aid_clerk     aid_application: prepare_payment(-7)     REFUSED when
           09:11  aid_clerk     aid_application: prepare_payment(600)    paying
           09:12  aid_clerk     aid_application: prepare_payment(600)    REFUSED when
           09:13  aid_clerk     aid_application: prepare_payment(400)    paying
           09:20  aid_cashier   aid_application: pay#1(-7; a slip)       REFUSED when
           09:21  aid_cashier   aid_application: pay#1(3001; the slip of the fire)  REFUSED when
           09:22  aid_cashier   aid_application: pay#1(3002; a slip)     paying
           09:23  aid_cashier   aid_application: pay#2(3002; the same slip)  REFUSED when
           09:24  aid_cashier   aid_application: pay#2(3003; the other slip)  completed
           10:00  aid_clerk     urgent_aid: propose(form: goods; what: a stove; amount: 100)  papers
           10:10  aid_approver  urgent_aid: approve#2                    papers
           10:20  aid_cashier   urgent_aid: pay#2(3003; that slip)       REFUSED when
