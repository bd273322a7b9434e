"""What the specification says of the models, as JSON Schema; `$ref` is the name of another model.

Loaded when a model is shown, becomes a dict with other names, a table, or a type of pydantic.
"""

from __future__ import annotations

from typing import Any

# fmt: off
SCHEMAS: dict[str, dict[str, Any]] = {
    'BatchAccepted': {
        'type': 'object',
        'description': 'A batch that was accepted.',
        'properties': {
            'batch_id': {'type': 'string', 'description': 'Id of the batch.'},
            'task_count': {'type': 'integer', 'description': 'Tasks in it.'},
            'status': {'type': 'string', 'description': 'State of the batch.'},
        },
        'required': ['batch_id'],
    },
    'BatchCreate': {
        'type': 'object',
        'description': 'Tasks to label.',
        'properties': {
            'tasks': {'type': 'array', 'items': {'$ref': 'TaskCreate'}, 'description': '1 to 1,000 tasks.'},
            'callback_url': {'type': 'string', 'description': 'Where to announce each settled task of the batch.'},
        },
        'required': ['tasks'],
    },
    'CustomerCreate': {
        'type': 'object',
        'description': 'A new customer.',
        'properties': {
            'name': {'type': 'string', 'description': 'Name of the customer.'},
            'email': {'type': 'string', 'description': 'E-mail address; unique.'},
        },
        'required': ['name', 'email'],
    },
    'CustomerCreated': {
        'type': 'object',
        'description': 'A customer who has just been registered.',
        'properties': {
            'customer_id': {'type': 'string', 'description': 'Id of the customer.'},
            'api_key': {'type': 'string', 'format': 'password', 'description': 'The key; it is shown here and never again.'},
            'tier': {'type': 'string', 'description': 'Tier of a customer.'},
            'label_quota': {'type': 'integer', 'description': 'Labels that may be ordered; 500 at first.'},
            'message': {'type': 'string', 'description': 'A reminder to keep the key.'},
        },
        'required': ['api_key'],
    },
    'CustomerProfile': {
        'type': 'object',
        'description': 'The own account.',
        'properties': {
            'customer_id': {'type': 'string', 'description': 'Id of the customer.'},
            'name': {'type': 'string', 'description': 'Name of the customer.'},
            'email': {'type': 'string', 'description': 'E-mail address.'},
            'tier': {'type': 'string', 'description': 'Tier of a customer.'},
            'label_quota': {'type': 'integer', 'description': 'Labels that may be ordered.'},
            'created_at': {'type': 'integer', 'description': 'When the customer was registered, in Unix seconds; every other time of this API is text.'},
            'api_key_hint': {'type': 'string', 'description': 'The first characters of the key and `...`.'},
        },
    },
    'DailyUsage': {
        'type': 'object',
        'description': 'The usage of a day.',
        'properties': {
            'date': {'type': 'string', 'format': 'date', 'description': 'The day.'},
            'tasks': {'type': 'integer', 'description': 'Tasks that were settled.'},
            'cost_sats': {'type': 'integer', 'description': 'Their cost, in satoshis.'},
        },
    },
    'Delivery': {
        'type': 'object',
        'description': 'Where results go.',
        'properties': {
            'type': {'type': 'string', 'x-attribute': 'type_', 'description': 'Kind of storage.'},
            'bucket': {'type': 'string', 'description': 'Name of the bucket.'},
        },
    },
    'ErrorDetails': {
        'type': 'object',
        'description': 'What is wrong with a request.',
        'properties': {
            'code': {'type': 'string', 'description': 'Code of the error.'},
            'message': {'type': 'string', 'description': 'The text of the error.'},
            'details': {'$ref': 'JsonObject', 'description': 'Any JSON object.'},
        },
    },
    'ErrorEnvelope': {
        'type': 'object',
        'description': 'An error, in one of two shapes.',
        'properties': {
            'error': {'anyOf': [{'type': 'string'}, {'$ref': 'ErrorDetails'}], 'description': 'The text of the error, or, where the service has changed over, its details.'},
        },
        'required': ['error'],
    },
    'GCSCredentials': {
        'type': 'object',
        'description': 'Credentials for Google Cloud Storage.',
        'properties': {
            'service_account_json': {'type': 'string', 'format': 'password', 'description': "The text of the service account's file: JSON within a JSON string."},
        },
        'required': ['service_account_json'],
    },
    'Invoice': {
        'type': 'object',
        'description': 'An invoice; the documented example is cut off after its second field.',
        'properties': {
            'month': {'type': 'string', 'description': 'The month as `YYYY-MM`.'},
            'status': {'type': 'string', 'description': 'State of the invoice.'},
            'tasks_settled': {'type': 'integer', 'description': 'Tasks that were settled.'},
        },
    },
    'InvoiceList': {
        'type': 'object',
        'description': 'The invoices.',
        'properties': {
            'invoices': {'type': 'array', 'items': {'$ref': 'Invoice'}, 'description': 'The invoices, one for each month.'},
        },
    },
    'Job': {
        'type': 'object',
        'description': 'A job. Its fields are not documented, so none is certain; credentials are never among them.',
        'properties': {
            'job_id': {'type': 'string', 'description': 'Id of the job.'},
            'id': {'type': 'string', 'description': 'Id of the job, under another name.'},
            'status': {'type': 'string', 'description': 'State of the job; the values are not documented.'},
            'manifest_url': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': 'Address of the manifest.'},
            'label_spec': {'anyOf': [{'$ref': 'LabelSpec'}, {'type': 'null'}], 'description': 'The question and its options.'},
            'task_type': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': 'What is to be labelled.'},
            'consensus_threshold': {'anyOf': [{'type': 'integer'}, {'type': 'null'}], 'description': 'Labels to collect for each line.'},
            'callback_url': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': 'Where the job is announced.'},
            'delivery': {'anyOf': [{'$ref': 'Delivery'}, {'type': 'null'}], 'description': 'Where results go.'},
            'created_at': {'anyOf': [{'type': 'string', 'format': 'date-time'}, {'type': 'null'}], 'description': 'When the job was started.'},
        },
    },
    'JobCreate': {
        'type': 'object',
        'description': 'A job to start.',
        'properties': {
            'manifest_url': {'type': 'string', 'description': 'Address of the manifest: `s3://bucket/key`, `gs://bucket/key`, or the HTTPS address of an S3 object.'},
            'label_spec': {'$ref': 'LabelSpec', 'description': 'The question to the workers and the answers they choose from.'},
            'task_type': {'type': 'string', 'description': 'What is to be labelled.'},
            'consensus_threshold': {'type': 'integer', 'description': "Labels to collect for each line, 2 to 10; the server's default is 3."},
            'callback_url': {'type': 'string', 'description': 'Where to announce the job; what is sent there is not documented.'},
            'credentials': {'anyOf': [{'$ref': 'S3Credentials'}, {'$ref': 'GCSCredentials'}], 'description': 'Credentials for the bucket. They are kept encrypted and never answered.'},
            'delivery': {'$ref': 'Delivery', 'description': 'Where results go.'},
        },
        'required': ['manifest_url', 'label_spec'],
    },
    'JsonObject': {
        'type': 'object',
        'description': 'Any JSON object.',
        'properties': {
        },
    },
    'LabelSpec': {
        'type': 'object',
        'description': 'The question to the workers and the answers they choose from.',
        'properties': {
            'question': {'type': 'string', 'description': 'The question.'},
            'options': {'type': 'array', 'items': {'type': 'string'}, 'description': 'The possible answers, at least 2. They are compared as they are written: spelling and case count.'},
        },
        'required': ['question', 'options'],
    },
    'Result': {
        'type': 'object',
        'description': 'The consensus on a task. One page shows the settlement flat, others nested: both are here, and a server may send either.',
        'properties': {
            'task_id': {'type': 'string', 'description': 'Id of the task.'},
            'status': {'type': 'string', 'description': 'State of a task, in this order. A terminal state of failure is mentioned, but not named.'},
            'consensus_label': {'type': 'string', 'description': 'One of the options, as it was sent.'},
            'confidence': {'type': 'number', 'description': 'Share of the workers who agree, 0 to 1.'},
            'worker_count': {'type': 'integer', 'description': 'Workers who answered.'},
            'agreement_count': {'type': 'integer', 'description': 'Workers who gave the consensus label.'},
            'settlement': {'$ref': 'Settlement', 'description': 'How a task was paid.'},
            'bsv_txid': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': 'Id of the transaction; once settled.'},
            'cost_sats': {'anyOf': [{'type': 'integer'}, {'type': 'null'}], 'description': 'Cost in satoshis; 0 says that it was not tracked.'},
            'settled_at': {'anyOf': [{'type': 'string', 'format': 'date-time'}, {'type': 'null'}], 'description': 'When the task was settled.'},
            'created_at': {'anyOf': [{'type': 'string', 'format': 'date-time'}, {'type': 'null'}], 'description': 'When the task was accepted.'},
        },
        'required': ['task_id'],
    },
    'ResultPending': {
        'type': 'object',
        'description': 'There is no result yet.',
        'properties': {
            'status': {'type': 'string', 'description': 'State of a task, in this order. A terminal state of failure is mentioned, but not named.'},
            'message': {'type': 'string', 'description': 'That there is no result yet.'},
        },
    },
    'S3Credentials': {
        'type': 'object',
        'description': 'Credentials for S3.',
        'properties': {
            'access_key_id': {'type': 'string', 'format': 'password', 'description': 'Id of the access key.'},
            'secret_access_key': {'type': 'string', 'format': 'password', 'description': 'The access key.'},
            'region': {'type': 'string', 'description': 'Region of the bucket.'},
        },
        'required': ['access_key_id', 'secret_access_key', 'region'],
    },
    'Settlement': {
        'type': 'object',
        'description': 'How a task was paid.',
        'properties': {
            'bsv_txid': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': 'Id of the transaction; once settled.'},
            'total_cost_sats': {'anyOf': [{'type': 'integer'}, {'type': 'null'}], 'description': 'Cost in satoshis; 0 says that it was not tracked.'},
            'settled_at': {'anyOf': [{'type': 'string', 'format': 'date-time'}, {'type': 'null'}], 'description': 'When the task was settled.'},
        },
    },
    'Task': {
        'type': 'object',
        'description': 'The summary of a task.',
        'properties': {
            'task_id': {'type': 'string', 'description': 'Id of the task.'},
            'status': {'type': 'string', 'description': 'State of a task, in this order. A terminal state of failure is mentioned, but not named.'},
            'task_type': {'type': 'string', 'description': 'What is to be labelled.'},
            'data_url': {'type': 'string', 'description': 'What is labelled.'},
            'created_at': {'type': 'string', 'format': 'date-time', 'description': 'When the task was accepted.'},
        },
        'required': ['task_id'],
    },
    'TaskAccepted': {
        'type': 'object',
        'description': 'A task that was accepted, now or by an earlier request with the same key.',
        'properties': {
            'task_id': {'type': 'string', 'description': 'Id of the task.'},
            'status': {'type': 'string', 'description': 'State of a task, in this order. A terminal state of failure is mentioned, but not named.'},
            'created_at': {'type': 'string', 'format': 'date-time', 'description': 'When the task was accepted.'},
            'idempotent': {'type': 'boolean', 'description': 'True when the task is that of an earlier request; else absent.'},
        },
        'required': ['task_id'],
    },
    'TaskCreate': {
        'type': 'object',
        'description': 'A task to label.',
        'properties': {
            'type': {'type': 'string', 'x-attribute': 'type_', 'description': 'What is to be labelled.'},
            'data_url': {'type': 'string', 'description': 'HTTPS address of what is to be labelled, public; of a text for a task on texts.'},
            'label_spec': {'$ref': 'LabelSpec', 'description': 'The question to the workers and the answers they choose from.'},
            'consensus_threshold': {'type': 'integer', 'description': "Labels to collect, 2 to 10; the server's default is 3."},
            'callback_url': {'type': 'string', 'description': 'Where to announce the settled task; the address of a registered webhook.'},
            'idempotency_key': {'type': 'string', 'description': 'A request with a key that was used before gives back the task that it made.'},
        },
        'required': ['type', 'data_url', 'label_spec'],
    },
    'TaskSettled': {
        'type': 'object',
        'description': 'What is delivered when a task is settled.',
        'properties': {
            'event': {'const': 'task.settled', 'description': 'Type of the event.'},
            'task_id': {'type': 'string', 'description': 'Id of the task.'},
            'consensus_label': {'type': 'string', 'description': 'One of the options, as it was sent.'},
            'confidence': {'type': 'number', 'description': 'Share of the workers who agree, 0 to 1.'},
            'bsv_txid': {'type': 'string', 'description': 'Id of the transaction.'},
            'settled_at': {'type': 'string', 'format': 'date-time', 'description': 'When the task was settled.'},
            'timestamp': {'type': 'string', 'format': 'date-time', 'description': 'When the delivery was sent.'},
        },
        'required': ['event', 'task_id'],
    },
    'Usage': {
        'type': 'object',
        'description': 'The usage of a month.',
        'properties': {
            'customer_id': {'type': 'string', 'description': 'Id of the customer.'},
            'month': {'type': 'string', 'description': 'The month as `YYYY-MM`.'},
            'tier': {'type': 'string', 'description': 'Tier of a customer.'},
            'tasks_settled': {'type': 'integer', 'description': 'Tasks that were settled.'},
            'total_cost_sats': {'type': 'integer', 'description': 'Payouts and fee, in satoshis.'},
            'total_cost_usd_estimate': {'type': 'number', 'x-decimal': True, 'description': 'The same in US dollars, roughly.'},
            'worker_payouts_sats': {'type': 'integer', 'description': 'What the workers got, in satoshis.'},
            'platform_fee_sats': {'type': 'integer', 'description': 'What the platform got, in satoshis.'},
            'daily_breakdown': {'type': 'array', 'items': {'$ref': 'DailyUsage'}, 'description': 'The days of the month on which tasks were settled.'},
        },
    },
    'Webhook': {
        'type': 'object',
        'description': 'A webhook.',
        'properties': {
            'webhook_id': {'type': 'string', 'description': 'Id of the webhook.'},
            'callback_url': {'type': 'string', 'description': 'Where deliveries go.'},
            'events': {'type': 'array', 'items': {'type': 'string'}, 'description': 'Types of events.'},
            'active': {'type': 'boolean', 'description': 'Whether events are delivered.'},
        },
        'required': ['webhook_id'],
    },
    'WebhookCreate': {
        'type': 'object',
        'description': 'A webhook to register.',
        'properties': {
            'callback_url': {'type': 'string', 'description': 'Where deliveries go.'},
            'secret': {'type': 'string', 'format': 'password', 'description': "The caller's own secret; deliveries are signed with it."},
            'events': {'type': 'array', 'items': {'type': 'string'}, 'description': 'Types of events; the server\'s default is `["task.settled"]`.'},
        },
        'required': ['callback_url', 'secret'],
    },
    'WebhookPage': {
        'type': 'object',
        'description': 'The webhooks in an envelope.',
        'properties': {
            'webhooks': {'type': 'array', 'items': {'$ref': 'Webhook'}, 'description': 'The webhooks.'},
            'data': {'type': 'array', 'items': {'$ref': 'Webhook'}, 'description': 'The webhooks.'},
        },
    },
}
