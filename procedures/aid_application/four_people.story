# Means are checked with the household's authorisation only; each check says rule, figure, threshold and source. The notice is up for seven days
# without a name; whoever decides did nothing before, whoever pays neither prepared nor granted, and a voucher pays once.
story: Four people and seven days
kind:  aid_application
rows:  70
place: 120103004010001
2024-03-04 09:00  aid_worker     open(need: the wage has stopped and the pension is small; category: hardship; family: subsistence; people: 3; applicant: Zhao)  received
           09:10  aid_clerk      sort_out(subsistence; ours)             checking  owner street
           09:20  aid_clerk      check_income(650; core_platform)        REFUSED when
           09:21  aid_clerk      check_assets(3000; bank)                REFUSED when
           09:30  aid_worker     record_consent(check; +300d 17:30; the signed letter)  checking
           09:35  aid_clerk      check_income(-650; core_platform)       REFUSED when
           09:36  aid_clerk      check_assets(-1; bank)                  REFUSED when
           09:37  aid_worker     nobody: open(need: rent; category: hardship; family: subsistence; people: 0; applicant: Zhao)  REFUSED when
           09:40  aid_clerk      check_income(650; core_platform)        checking
           09:41  aid_clerk      check_assets(3000; bank)                checking
           09:50  aid_clerk      publish_opinion(monthly; 1080; as the checks say)  REFUSED when
           10:00  aid_clerk      visit_home(1; a tidy room; a note)      REFUSED law
           10:01  aid_clerk      visit_home(2; a tidy room, little food; a note)  checking
           10:10  aid_clerk      publish_opinion(recognition; 1080; as the checks say)  REFUSED when
           10:11  aid_clerk      publish_opinion(monthly; 1080; as the checks say)  publicising  aid_notice: up
2024-03-12 09:00  clock          -                                       deciding  aid_notice: clear
           09:10  aid_alone      grant(1080; quarterly; agreed)          paying  pay by 2024-04-13 00:00
           09:20  aid_clerk      prepare_payment(2000)                   REFUSED when
           09:21  aid_clerk      prepare_payment(1080)                   paying
           09:30  aid_alone      pay#1(1001; the bank's slip)            REFUSED who
           09:40  aid_cashier    pay#1(1001; the bank's slip)            receiving  renew by 2024-06-13 00:00
2024-04-10 09:00  aid_clerk      prepare_payment(1080)                   receiving
           09:10  aid_cashier    pay#2(1001; the same slip once more)    REFUSED when
           09:11  aid_cashier    pay#2(1002; the slip of April)          receiving
           09:20  aid_clerk      prepare_payment(1080)                   receiving
           09:21  aid_clerk      strike_payment#3(twice by mistake)      receiving
           09:30  aid_approver   change_amount(900; less is due)         REFUSED when
2024-06-10 09:00  aid_clerk      check_renewal(other_amount; she earns a little; the wage slip)  receiving  renew by 2024-09-11 00:00
           09:10  aid_approver   change_amount(600; less is due)         receiving
           09:20  aid_approver   stop_benefit(enough; none)              REFUSED when
2024-09-09 09:00  aid_clerk      check_renewal(no_longer_due; two wages now; the wage slips)  receiving
           09:10  aid_approver   stop_benefit(two wages; the employment office)  refusing  deliver by 2024-09-12 17:30
           10:00  aid_clerk      deliver(what she signed)                refused
           10:10  aid_approver   reconsider(one of the two wages has stopped)  REFUSED who
           10:20  aid_deputy     reconsider(one of the two wages has stopped)  received
