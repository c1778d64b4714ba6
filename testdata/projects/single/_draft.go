package draft
