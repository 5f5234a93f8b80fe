# Near relatives of those who work on it are registered and keep out; then the bureau visits as well, and before that nothing is granted.
story: A cousin in the office
kind:  aid_application
place: 120103004010001
2024-05-06 09:00  aid_worker     open(need: an operation; category: hardship; family: temporary; people: 1; applicant: Liu)  received
           09:05  aid_worker     register_relative(p-aid_clerk; her cousin)  received
           09:06  aid_approver   declare_interest(we share a wall)       received
           09:10  aid_clerk      sort_out(temporary; ours)               REFUSED who
           09:11  aid_alone      sort_out(temporary; ours)               checking
           09:20  aid_worker     record_consent(check; +60d 17:30; the signed letter)  checking
           09:30  aid_alone      check_income(900; employer)             checking
           09:31  aid_alone      visit_home(2; as she says; a note)      checking
           09:40  aid_alone      publish_opinion(once; 1500; as the checks say)  publicising
2024-05-08 09:00  aid_worker     aid_notice: object(there is a second flat)  objected  aid_application: checking
           09:10  bureau_handler  aid_application: check_by_bureau(900; registry)  checking
           09:11  aid_alone      aid_application: check_assets(30000; registry)  checking
           09:12  aid_alone      aid_application: publish_opinion(once; 1500; the flat is her sister's)  publicising
2024-05-16 09:00  aid_approver   aid_application: grant(1500; yearly; agreed)  REFUSED who
           09:10  aid_deputy     aid_application: grant(1500; yearly; agreed)  REFUSED when
           09:20  aid_deputy     aid_application: look_closer(the bureau has to go there)  checking
           09:30  bureau_handler  aid_application: visit_home(2; as she says; a note)  checking
           09:40  aid_alone      aid_application: publish_opinion(once; 1500; seen by both)  publicising
2024-05-24 09:00  aid_deputy     aid_application: grant(1500; yearly; agreed)  paying
           09:10  aid_alone      aid_application: prepare_payment(1500)  paying
           09:20  aid_cashier    aid_application: pay#1(2001; the bank's slip)  completed
           09:30  aid_worker     gone: open(need: a wheelchair; category: hardship; family: temporary; people: 1; applicant: He)  received
           09:31  aid_worker     gone: record_consent(check; +60d 17:30; the signed letter)  received
           09:32  aid_alone      gone: sort_out(temporary; ours)         checking
           09:33  aid_alone      gone: check_income(900; household_says)  checking
           09:34  aid_alone      gone: visit_home(2; as he says; a note)  checking
           09:35  aid_alone      gone: publish_opinion(once; 500; as the checks say)  publicising
           09:36  aid_alone      gone: ask_more_time(+1d 17:30; a paper is missing)  REFUSED when
           09:37  aid_alone      gone: ask_more_time(+60d 17:30; a paper is missing)  publicising  total by 2024-07-08 17:30
           09:38  aid_alone      gone: rule_more_time#1(granted; yes)    REFUSED who
           09:39  aid_deputy     gone: rule_more_time#1(not_granted; it will come)  publicising
           09:40  aid_alone      gone: ask_more_time(+60d 17:30; it did not)  publicising
           09:41  aid_deputy     gone: rule_more_time#2(granted; yes)    publicising  total by 2024-07-23 17:30
           09:42  aid_alone      gone: ask_more_time(+80d 17:30; again)  REFUSED law
           09:50  aid_worker     gone: withdraw(the charity brought one)  withdrawn
